extension Report {
  /// How the page looks on narrow and wide screens and on paper.
  ///
  /// The colours are variables that `Theme` declares.
  static let styleSheet = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:54.5rem;background:var(--paper);\
    color:var(--ink);font:1.0625rem/1.6 system-ui,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
    h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
    h2{font-size:1.35rem;line-height:1.3;margin:2.75rem 0 .75rem;padding-top:.75rem;\
    border-top:1px solid var(--grid)}
    header h1{margin-bottom:.25rem}
    .about{color:var(--muted);margin:0 0 1.5rem}
    p,nav{max-width:42rem;margin:.75rem 0}
    a{color:var(--series-0)}
    :focus-visible{outline:3px solid var(--series-1);outline-offset:2px}
    .skip{position:absolute;left:-100vw}
    .skip:focus{position:static}
    nav ol{margin:0;padding-left:1.5rem}
    figure{margin:2rem 0;break-inside:avoid}
    figcaption,caption{color:var(--muted);font-size:.9375rem;line-height:1.45;text-align:left}
    figcaption{margin-top:.5rem;max-width:42rem}
    svg{display:block;max-width:100%;height:auto;overflow:visible}
    .whole svg{max-width:none}
    .narrow{display:none}
    .scroll{overflow-x:auto;margin:1.5rem 0;max-width:100%}
    figure .scroll{margin:0}
    table{border-collapse:collapse;font-size:.9375rem;line-height:1.4}
    caption span{display:block;position:sticky;left:0;padding-bottom:.5rem;\
    max-width:min(42rem,calc(100vw - 2rem))}
    th,td{padding:.35rem .9rem .35rem 0;text-align:left;vertical-align:top}
    thead th{border-bottom:2px solid var(--muted)}
    tbody th,tbody td{border-bottom:1px solid var(--grid);font-weight:400}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    tbody .number{white-space:nowrap}
    tr>:first-child{position:sticky;left:0;background:var(--paper)}
    .title{font-size:1rem;font-weight:600;margin:0 0 .5rem}
    .text{max-width:none;margin:0;white-space:pre-wrap;line-height:1.9;\
    font-family:"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.9375rem}
    .text span{padding:.2em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
    .end::before{content:"⏎";color:var(--muted)}
    .key{color:var(--muted);font-size:.875rem}
    .bar{display:inline-block;width:6rem;height:.8rem;vertical-align:-.1rem;\
    border:1px solid var(--muted)}
    @media screen and (max-width:43rem){\
    .wide{display:none}.narrow{display:block}h1{font-size:1.5rem}\
    table{font-size:.875rem}th,td{padding-right:.6rem}}
    @media print{body{padding:0;max-width:none;font-size:11pt}.skip,nav{display:none}\
    .scroll{overflow:visible}.whole svg{max-width:100%}h2{break-after:avoid}tr{break-inside:avoid}\
    caption span{max-width:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
