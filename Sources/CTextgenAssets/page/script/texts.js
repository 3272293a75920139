// What the page says, in both languages. A text with {names} has values put in.
const texts = {
  pt: {
    views: "vistas", write: "Escrever", blanks: "Lacunas", poem: "Poema", surprise: "Surpresa", inside: "Por dentro",
    title: "textgen · escrever em português",
    model: "modelo", theme: "claro ou escuro", keys: "teclas", close: "fechar", cancel: "cancelar", enter: "entrar",
    yourText: "o seu texto", writeHere: "Escreva aqui…", suggestions: "sugestões",
    digitsChoose: "{first}–{last} escolhem", announce: "anunciar sugestões", learnFromMe: "aprender comigo",
    forget: "esquecer", forgetAll: "Esquecer tudo o que aprendeu?", forgotten: "Esquecido.", copy: "copiar",
    copied: "Copiado.", speak: "ler em voz alta",
    learned: "Aprendeu de {count} caracteres; guardado só na memória deste computador, até {minutes} min sem uso.",
    figures: "{characters} caracteres · {keys} teclas · {share} poupadas",
    figuresNone: "{characters} caracteres · {keys} teclas",
    announcement: "{count} sugestões: {words}",
    blanksLabel: "Um texto com ___ onde faltam palavras",
    blanksExample: "Ontem eu ___ ao cinema com meus ___.",
    complete: "completar", addBlank: "pôr uma lacuna", blank: "lacuna {number}", end: "a seguir",
    firstWords: "Como começa", firstWordsHint: "por exemplo: O mar", lineCount: "versos", temperature: "temperatura",
    seed: "semente", anySeed: "ao acaso", writePoem: "escrever", stop: "parar", verses: "versos",
    poemNote: "Semente {seed}: com ela e estas escolhas sai sempre o mesmo texto.", stopped: "Parado.",
    surpriseLabel: "Um texto para colorir: quanto mais forte a cor, menos o modelo esperava a palavra",
    surpriseExample: "A chuva chegou cedo e ninguém trouxe guarda-chuva. O gato leu o jornal depois do almoço.",
    colour: "colorir", colouredText: "texto colorido; as setas andam de palavra em palavra",
    legend: "{bits} bits", mean: "{bits} bits por caractere.",
    wordDetail: "“{word}”: {bits} bits, ou seja, uma chance em {odds}.", expected: "Esperava: {words}.",
    gatesLabel: "Uma frase: cada letra muda as portas", gatesExample: "Ela abriu a janela e",
    letWrite: "deixar escrever", numbers: "os números", layer: "Camada {layer}. ",
    gatesNote: "Cada quadro tem uma coluna por pedaço do texto e uma linha por unidade, das que mais variam.",
    halfLife: "A porta de esquecimento guarda metade do que a célula tem por {tokens} pedaços (mediana destas unidades).",
    unit: "unidade", piece: "pedaço",
    part_i: "porta de entrada: quanto do novo entra na célula", part_f: "porta de esquecimento: quanto do antigo fica",
    part_g: "candidato: o que de novo poderia entrar", part_o: "porta de saída: quanto da célula se mostra",
    part_c: "célula: o que se guarda", part_h: "estado oculto: o que o resto do modelo vê",
    part_r: "porta de reinício: quanto do passado entra no candidato",
    part_z: "porta de atualização: quanto muda", part_n: "candidato: o que de novo poderia entrar",
    keyNeeded: "Este servidor pede uma chave",
    unreachable: "O servidor não responde; veja se “textgen serve” ainda corre.",
    key_tab: "aceita a palavra cinzenta", key_escape: "esconde-a; depois Tab sai do texto",
    key_down: "na última linha, entra nas sugestões", key_arrows: "andam pelas sugestões; Enter escolhe, Esc volta",
    key_digits: "escolhem, se ligados; duas vezes escreve o algarismo", key_undo: "desfaz uma escolha",
    key_views: "entre os separadores, mudam de vista",
    named_digits: "1–5", named_arrows: "← →", named_down: "↓", named_undo: "Ctrl+Z", named_views: "← →",
    named_tab: "Tab", named_escape: "Esc",
  },
  en: {
    views: "views", write: "Write", blanks: "Blanks", poem: "Poem", surprise: "Surprise", inside: "Inside",
    title: "textgen · writing Portuguese",
    model: "model", theme: "light or dark", keys: "keys", close: "close", cancel: "cancel", enter: "enter",
    yourText: "your text", writeHere: "Write here, in Portuguese…", suggestions: "suggestions",
    digitsChoose: "{first}–{last} choose", announce: "announce suggestions", learnFromMe: "learn from me",
    forget: "forget", forgetAll: "Forget all that was learned?", forgotten: "Forgotten.", copy: "copy",
    copied: "Copied.", speak: "read aloud",
    learned: "Learned from {count} characters; kept only in this computer's memory, up to {minutes} min unused.",
    figures: "{characters} characters · {keys} keys · {share} saved",
    figuresNone: "{characters} characters · {keys} keys",
    announcement: "{count} suggestions: {words}",
    blanksLabel: "A text with ___ where words are missing",
    blanksExample: "Ontem eu ___ ao cinema com meus ___.",
    complete: "complete", addBlank: "add a blank", blank: "blank {number}", end: "next",
    firstWords: "First words", firstWordsHint: "for example: O mar", lineCount: "lines", temperature: "temperature",
    seed: "seed", anySeed: "any", writePoem: "write", stop: "stop", verses: "lines",
    poemNote: "Seed {seed}: with it and these choices the text is always the same.", stopped: "Stopped.",
    surpriseLabel: "A text to colour: the stronger the colour, the less the model expected the word",
    surpriseExample: "A chuva chegou cedo e ninguém trouxe guarda-chuva. O gato leu o jornal depois do almoço.",
    colour: "colour", colouredText: "coloured text; arrow keys go from word to word",
    legend: "{bits} bits", mean: "{bits} bits per character.",
    wordDetail: "“{word}”: {bits} bits, that is one chance in {odds}.", expected: "Expected: {words}.",
    gatesLabel: "A sentence: each letter moves the gates", gatesExample: "Ela abriu a janela e",
    letWrite: "let it write", numbers: "the numbers", layer: "Layer {layer}. ",
    gatesNote: "Each picture has a column for each piece of the text and a row for each unit, the liveliest ones.",
    halfLife: "The forget gate keeps half of what the cell holds for {tokens} pieces (median of these units).",
    unit: "unit", piece: "piece",
    part_i: "input gate: how much of the new enters the cell", part_f: "forget gate: how much of the old stays",
    part_g: "candidate: what new could enter", part_o: "output gate: how much of the cell shows",
    part_c: "cell: what is kept", part_h: "hidden state: what the rest of the model sees",
    part_r: "reset gate: how much of the past enters the candidate", part_z: "update gate: how much changes",
    part_n: "candidate: what new could enter",
    keyNeeded: "This server asks for a key",
    unreachable: "The server doesn't answer; see whether “textgen serve” still runs.",
    key_tab: "takes the grey word", key_escape: "hides it; then Tab leaves the text",
    key_down: "on the last line, enters the suggestions",
    key_arrows: "walk through the suggestions; Enter takes one, Esc returns",
    key_digits: "choose, if switched on; twice types the digit", key_undo: "takes a choice back",
    key_views: "between the tabs, change the view",
    named_digits: "1–5", named_arrows: "← →", named_down: "↓", named_undo: "Ctrl+Z", named_views: "← →",
    named_tab: "Tab", named_escape: "Esc",
  },
};

let language = "pt";

// The text called `name`, with `values` in its places.
function text(name, values = {}) {
  return texts[language][name].replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

// A number as the language writes it.
function number(value, digits = 0) {
  return value.toLocaleString(language === "pt" ? "pt-BR" : "en", {
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
}

// A share, 0 to 1, in whole percent.
const percent = (share) => `${number(100 * share)}\u202f%`;
