/// Modern words with a written accent that texts in the old spelling write without it.
///
/// Counted in literature in the public domain, in modern spelling: words seen twice or more whose
/// letters without the accent are no word, or one at most a fifteenth as common, and which verse in
/// the old spelling has; and forms of *lânguido*.
enum AccentedWords {
  static let all = text.split(separator: " ").map(String.init)

  private static let text = """
    abóbada abóbora abóboras acadêmico acadêmicos acessório acácia admiráveis admirável \
    adolescência adventício adágio afável agradável agrícola agência alcoólica alcáçar \
    alfândega alguém alimária aljôfar almíscar altíssima altíssimas alvíssimo alâmpada além \
    alívio amantíssimo amigável amável angélica angélico angústia angústias antiquíssimo \
    análise anárquico anêmona anônima anúncio aparência aparências apocalíptica apoplético \
    apólogo apóstolo apóstolos aquáticas arbítrio argentários argênteas armazém armazéns \
    armário armários aromática arpéus arquipélagos artifício artéria artérias artífice \
    artística ascendência ascético assassínio astronômica astronômicos ateísmo atlética \
    atléticas atlético atléticos atónitos atônito auditório audiência audácia auréola \
    auréolas auspícios ausência autêntico autênticos avós azáfama aérea aéreas aéreo aéreos \
    baloiçá balsâmicas balsâmico barbárie batéis bazófias bedéis benefício benéfica benéfico \
    benévolo binóculo biológicos blasfémia blasfémias bordéis boticário breviário broquéis \
    brônzea bucólica bulício báculo bálsamos bárbaro bárbaros bátegas bêbado bêbados bêbedo \
    bêbedos bíblia bíblias bíblica bíblicos bílis bípede búfalo bússola cabalísticas \
    cadavérica cadavéricas cadáver cadáveres cadência cadências calendário calvário \
    calvários calvície campanário campanários campônios camélia camélias canário canários \
    cardíaca cardíaco cariátides carnívora carácter carícias cascavéis catástrofe \
    catástrofes católica católico católicos caídas caído caídos caíram cemitério cemitérios \
    centenário cenóbios cerúleo chapéu chapéus chácara cilício cilícios cinerário ciúme \
    ciúmes clemência clérigo clérigos coincidência colméias colégio colérico coléricos \
    colóquios colônia comissário compêndio comédia comédias comércio comícios concorrência \
    concêntricos condiscípulo condoída confessionário confessionários confidência \
    confidências consciência consciências conseqüências consonância construídos constância \
    consórcio contemporâneos contingência contrárias contrário contrários contágio contígua \
    contínuos conveniências convivência convém convívio conúbio corcéis corpórea \
    correspondência corsário credência crepúsculo crepúsculos crédito crítica crítico \
    custódio cálculos cálice cálices cálido cálidos cálix cárceres cáustico câmara cândida \
    cândidas cândido cândidos cântaro cântaros cântico cânticos cérebro céus cílios cínico \
    cínicos círculos círios código cólera cóleras cónegos côdea côdeas cômica cômico cômicos \
    cômodo côncavos cônego côngrua côvado cúmulo cúpula cúpulas cúria cútis dará decrépito \
    deferência deletérios delícias delíquio delírio delírios demência demónio demónios \
    dependência deplorável depô desdém desdéns desnecessária desperdício desprezível \
    despótico destrói desígnio desígnios detestáveis detestável detém devíeis diabólicas \
    diabólico diabólicos dicionário difíceis difícil diluídas dilúvio diplomático discórdias \
    disséreis distância dizíamos diáfana diáfano diálogo diálogos dogmático doméstica \
    domínio domínios dormitório doía dramática dramático dulcíssima dulcíssimas dulcíssimo \
    duráveis durável dádivas dávamos débeis débil décima décimo déspota déspotas dócil dúbia \
    dúbio dúbios dúzia dúzias edifício edifícios eflúvio eflúvios efémera efémeras efémero \
    efêmeros efígie egoísmo egoísta egoístas egrégio egípcio elegância eloqüência elástico \
    eléctrica eléctricas eléctrico empresário empírico enigmáticos entenderás entranhável \
    enxárcias enérgica enérgico episódios epitáfio epitáfios equilíbrio equóreo erário \
    erótica erótico escarcéu escrínio escrúpulos escândalo escândalos escórias espectáculo \
    espetáculos esplêndida esplêndidas esplêndido espontânea espontâneo espontâneos espádua \
    espécie espécies espírito espíritos espórtula esqueléticas esquálida esquálido essência \
    essências estrépito estrépitos estrídulas estábulo estático estátua estátuas estável \
    estéreis estéril estólida estômago estúpida estúpido etérea etéreas etéreo etéreos \
    excelência excelências excêntrico excêntricos execrável exercício exigência existência \
    existências expiá extermínio extraordinárias extraordinário extraordinários \
    extravagância extática extático extáticos exânime exéquias exército exíguas exíguo \
    exílio exímio exótico facúndia fadário falatório família fantástica fantásticas \
    fantástico fantásticos fanático faríeis favorável fenômeno fenômenos filosófico \
    finíssima finíssimas fisiológicos flexível florescências flácido flébil formidável \
    fragrância fragrâncias fragância frenética frenético frenéticos frágeis frágil frágua \
    frémito frígido frívolo funcionários funerária funerárias funerário funérea fábrica \
    fábula fábulas fáceis fácil fátua fátuo fâmulo fâmulos féretro férias férrea férreas \
    férreo férteis fértil fétido fétidos fêmea fêmeas físicos fóssil fúlgidos fúnebre \
    fúnebres fúria fúrias fúteis fútil ganância geométrico geômetra gládio gládios glória \
    glórias grandíssima gravíssima grátis grêmio gávea gélida gélido gérmen gêmea gêmeas \
    gêmeo gêmeos gênero gênesis gênio gênios góticas gótico góticos harmónico harmônica \
    havíamos hemisfério hercúlea hercúleas hercúleo heroísmo hidrogênio hierática \
    hiperbólico hipopótamo hipopótamos hipérboles hipócrita hipócritas histérico história \
    histórias histórica horríveis horrível hospício humanitária hábeis hábil hábito hábitos \
    hálito hálitos hórrida hórrido hórridos hóspeda hóspedas hóspedes hóstia hóstias húmida \
    húmidas húmido húmidos húmus idêntico idílica idílico idílio idílios ignomínias \
    ignorância ignóbil ilusória ilusório impaciência impalpável impassíveis impassível \
    impenetrável imperceptíveis imperceptível imperturbável implacável impossíveis \
    impossível impropério imprudência impudência impávida impávido impávidos império \
    impérios imundície imutável imóvel inabalável inacessível inalterável inatingível \
    incalculáveis incendiária incendiárias incomparável incomportável inconcebível \
    inconsciência inconsoláveis inconsolável incrédula incrível incurável incêndio incógnita \
    incógnitas incógnito incógnitos incólume indecência indefinível indeléveis indelével \
    independência indigência indispensáveis indisputável indissolúvel indizível indolência \
    indomável indícios indígenas indócil indómita indústria inefáveis inefável inexgotável \
    inexorável inexperiência inexpugnável inextinguível infalível infindáveis infiéis \
    inflexível influência influências infortúnio infâmia infância infâncias inglória \
    inglório ingénito ingénua ingénuas ingénuo ingénuos injúria injúrias inocência \
    inquebrantável insaciável insensíveis insensível insondáveis insondável instantâneo \
    instâncias insuportável insânia insípido insípidos insônia intangível inteligência \
    inteligível intempéries intercadência interminável intrépida intrépido inumeráveis \
    invencíveis invencível inviolável invisíveis invisível involuntário invulnerável \
    invólucro inéditos inércia iníquo inópia inúmeros inúteis inútil irremediável \
    irresistível irónico jesuíta judaísmo juízes juízo júbilo júbilos lamúria larguíssima \
    larápios lauréis lazúli lebréu legendários legionários lendária lendário librés \
    lindíssimo literário longínqua longínquas longínquo luxúria lábia lábio lábios láctea \
    lácteo lágrima lágrimas lápis lástimas látego lâminas lâmpada lâmpadas lânguida \
    lânguidas lânguido lânguidos légua léguas lépida lícito límpida límpidas límpido \
    límpidos língua línguas líquidas líquidos lírica lírico líricos lírio lírios lívida \
    lívidas lívido lívidos lôbrega lúbrica lúbricos lúcidas lúcidos lúgubre lúgubres \
    macróbio madrepérola magnânimo magnésia magnética magnífico magnólia malefício marmórea \
    marmóreo martírio martírios marítima marítimas marítimo marítimos matemático matrimônio \
    matéria mecânica mecânicas melancólica melancólico memória memórias menestréis mercês \
    mercúrio merencória merencório metafísicas metálico microscópicos micróbios milionário \
    ministério ministérios miosótis miseráveis miserável missionário missionários mistério \
    mistérios miséria misérias misérrima mixórdia miúda miúdas miúdo miúdos modéstia \
    moléstia moléstias monástica monástico monóculo monótona monótono morfético mortuária \
    mortuário mortuários moía moído muitíssimo murmúrio murmúrios mágica mágico mágicos \
    mágoa mágoas máquina máquinas mármore mármores mártir mártires másc máxima máximas \
    máximo médico médicos mérito método métrica métricas mínimas mínimo míope mísero míseros \
    mística místicas místico místicos mórbida mórbidas mórbido móveis móvel múmias múndi \
    músculo músculos música músicas naufrágio naufrágios necessária necessário negligências \
    negócio negócios ninguém notáveis notável notícia notícias notórias notório nádegas \
    náufrago náufragos néctar nédio nédios néscio néscios névoa nênia nítidas nítido nívea \
    nível níveo nódoa núcleo número números núncia núncio núncios núpcias obediência oblíquo \
    obstáculo oceânica ofício ofícios olímpica olímpico olímpicos operários opróbrio \
    opróbrios opulência oratório ordinária ordinário orgânico oráculo oráculos ovário \
    oxigênio paciência palácio palácios papéis parabéns paraíso paraísos parcimônia parcéis \
    parvoíce parábola pastéis patológicos patrícias patrícios pedíamos penitência penúria \
    peremptório perfídia perfídias perjúrio permanência perpétua perpétuo perpétuos \
    pertinácia período períodos petróleo pilhérias pincéis pirâmides planície planícies \
    plácida plácidas plácido plátano plátanos plúmbeo poderá poderás polícia política \
    político pontífice portátil porém possuía possuída possuísse possíveis possível potência \
    potências poética poéticas precipício precipícios prejuízo prenúncios prepotência \
    presbitério primários primícias princípios privilégio prodígio prodígios profundíssimo \
    proféticas profético profícuo proletário promontório propícia propícias propício \
    propósito prosápia providência prováveis provável provérbio província províncias \
    prudência prático prédio prédios préstito prêmio prêmios príncipe príncipes pródigo \
    própria próprias próprio próprios próxima próximas próximo pseudônimo purgatório \
    purpúrea purpúreas purpúreo puríssimo página páginas pálida pálidas pálido pálidos \
    pálpebra pálpebras pária párias pároco pássaro pássaros pátria pátrias pátrio pátrios \
    pávido pâmpanos pândega pânico pântanos pélago pérfida pérfidas pérfido pérola pérolas \
    péssimo pétala pétalas pícaros pílula pílulas píncaro píncaros pórtico pórticos público \
    públicos púcaro púlpito púlpitos púrpura pústulas pútrido quimérica quiméricas quimérico \
    química químicas químico raízes recém recíproca recônditas recôndito refeitório refúgio \
    regímen relicário relâmpago relâmpagos relíquias relógio remédio remédios repugnância \
    república residência resistência respeitável respirável restituía restituído resíduos \
    retém retórica retóricos reúne ridículas ridículo romântica românticas romântico \
    românticos rosáceas rosário rosários roía roído ruídos ruínas rábido rápida rápidas \
    rápido rápidos rédea rédeas régio régios régua réprobo réprobos rígida ríspido rítmica \
    rósea róseas róseo rótulo rúbido rústica rústicas rústico rútilos sacerdócio sacrifício \
    sacrifícios sacrilégio sacrilégios sacrário sacrílega sacrílegas sacrílego salafrário \
    salários sandália sanguinário sanguinários sanguíneo sangüinárias sangüínea santíssimo \
    sapiência sapê satânica satélites satírico saudá saída saírem saísse saúde saúdo \
    sciência scéptico secretário secretários sectário seguíamos selváticos seminário \
    silêncio silêncios simbólicas simpática simpáticas simpático sociológicos solitária \
    solitárias solitário solitários solícitas sonâmbula soubésseis suavíssima suavíssimos \
    subitâneo substâncias subterrâneo subíamos sudário sudários sufrágios suicídio sulfúreas \
    superfície suplício suplícios susceptível suspensórios sustém sábado sábados sábio \
    sábios sátira sátiro século séculos série sério sérios sérvio sífilis sílex símbolo \
    símbolos símplices síncope sítios sócias sócio sócios sólio sórdida sórdidas sórdido \
    sórdidos sôfrega sôfregas sôfrego súbditos súbita súbito súplica súplicas também \
    telegráficos temerário temerários temíveis tendência tenuíssimo território terríveis \
    terrível teólogo tirânica tirânico tragédia tragédias transitória transitórias \
    transitório translúcidas transparência tributária tristíssima tristíssimas tristíssimo \
    triângulos troféu trágica trágico trágicos trânsito tréguas trémulas trémulos trêmulo \
    três tríbu tríplice trôpego tugúrio tumultuárias turíbulo tábua táctica tálamo tédio \
    tédios ténues tépida tépido térrea térreo tétrico tíbias tílias tímida tímidas tímido \
    tímidos tímpano tínheis tísica tísico tísicos título tórridos túmidas túmido túmidos \
    túmulo túmulos túnel túnica túnicas túrgido usurário utensílio vaivém variáveis \
    vastíssimo vaticínio velhíssimas veneráveis venerável vergôntea verosímil verá vestígios \
    vigário vigília vigílias vintém vinténs violência virgíneo visionária visionário \
    visionários visível viúva viúvas viúvo voluntária volúpia volúvel vácuo vário vários \
    várzea várzeas vândalo vénia vértice vésperas víbora víboras vícios vínculos vítreos \
    vórtice vômito zimbório zéfiro ácidos ágeis água águas águia águias álamo álamos álbum \
    álbuns álgida ápice árdua árduas árduo áreas árida áridas árido árvore árvores áspera \
    ásperas áspero ásperos áspide átomo átomos átrio áurea áureas áureo áureos ávidos âmbar \
    âmbito ângulos ânimos ébano ébria ébrias ébrio ébrios égua épica épicas épico épicos \
    época épocas éramos éter ética éticos êxito êxtase êxtases êxtasi íamos ídolo ígnea \
    ímpeto ímpetos ímpia índia índio índios índole ínfimos íntimas íntimos íris ócio óculo \
    óculos ódio ódios óleo óleos ópio óptimas órbitas ósculo ósculos última últimas último \
    últimos única único únicos úteis útil
    """
}
