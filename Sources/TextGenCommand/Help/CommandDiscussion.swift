/// With what the help of each command opens: examples, then what one should know to read its results.
enum CommandDiscussion: Translated {
  case textgen, train, complete, sample, evaluate, compare, inspect, scan, models, quantize
  case probabilities, benchmark, serve, type, lsp, memory

  var english: String {
    switch self {
    case .textgen:
      """
        textgen complete "Os alunos tiraram..."       the next word, with probabilities
        textgen sample --temperature 0.8              new text
        textgen train corpus.txt                      learn from a text
      """
    case .train:
      """
        textgen train corpus.txt                      a model in checkpoints/corpus
        textgen train poemas/ --from poesia           go on from a model with your own text
        textgen train corpus.txt --minutes 30 --unit subword

      Sizes that are left open follow from the amount of text and from --minutes. Without --epochs,
      --steps and --minutes the run ends when the held-out text is no longer predicted better.
      """
    case .complete:
      """
        textgen complete "Os alunos tiraram..."       what follows the last word
        textgen complete "Falo ___ bem" -n 3          two or more underscores are a blank
        textgen complete --partial "Os alu"           the end of the word being typed

      A probability is that of the word as the next one, given the text and a space after it (where
      punctuation is listed: the text alone), or given the letters typed, which may lack accents and
      capitals; at a blank, its share among the words tried with the text on the right. A list has
      no word below 0.001 %; where a long one is cut short, it says so.
      """
    case .sample:
      """
        textgen sample                                verse, different each time
        textgen sample --prompt "Era uma vez" -t 0.6 --seed 7
        textgen sample -m portugues --lines 4 -n 3    three texts of four lines
        textgen sample --form soneto --theme mar      a sonnet about the sea
      """
    case .evaluate:
      """
        textgen evaluate novo.txt                     a text that the model has not seen
        textgen evaluate novo.txt --cold --words 0    each line alone as well, no typing
        textgen evaluate novo.txt --samples 100 --training corpus.txt
        textgen evaluate versos.txt --samples 20 --form quadra

      Bits per character: -log2 p of the whole text, divided by its NFC code points; unknown tokens
      are charged their spelling. Recall at k: words that are among the first k candidates before
      their first letter. Keystroke savings at k: keys that a list of k candidates saves, divided by
      the characters. Distinct-n: different sequences of n words, divided by all of them.
      """
    case .compare:
      """
        textgen compare corpus.txt                    eleven models in a few minutes
        textgen compare corpus.txt --models lstm,gru --budget minutes=5
        textgen sample --model comparisons/corpus/lstm

      Of the corpus eighteen of twenty blocks of lines are for training, one for validation and
      one for the test. The same command goes on where an interrupted comparison stopped. Each
      model is in a folder of its own.
      """
    case .inspect:
      """
        textgen inspect                               the model's card
        textgen inspect --surprise "Um texto"         bits that each token costs
        textgen inspect --unit 12 "Um texto" -o 12.svg

      A text that is - is read from standard input.
      """
    case .scan:
      """
        textgen scan poema.txt                        syllables, stresses and rhymes
        textgen scan soneto.txt --form soneto --check
        textgen scan versos.txt --metre 10            one answer for each line

      A line counts to its last stressed syllable; _ joins vowels of one syllable, stressed ones
      are in bold or capitals. * marks a reading that takes a licence, ! a line out of metre.
      """
    case .models:
      """
        textgen models                                what there is, and what commands use
        textgen models --json

      --model, `train --from` and $TEXTGEN_MODEL take the path of a model (a folder with a
      model.safetensors, or a file), else a name: of a model in ./checkpoints, or of one that
      came with the program. * marks the one that commands use without --model.
      """
    case .quantize:
      """
        textgen quantize -o small.safetensors
        textgen quantize meu -o small.safetensors --lexicon textos/

      Each row of a matrix becomes int8 values and a scale, which makes the file about a quarter as
      large; biases stay as they are. Every command reads it and predicts with products of int8;
      `train --resume` goes on with the original. To see beforehand what it costs, run
      `textgen evaluate` with and without --quantize int8.
      """
    case .probabilities:
      """
        textgen probabilities "Um texto"

      {"tokens": [ids], "log_probabilities": [[V natural logarithms], …]}: row t follows tokens 0 to
      t, read from the zero state.
      """
    case .benchmark:
      """
        textgen benchmark                             the machine and a table of networks
        textgen benchmark --cell gru --hidden-size 256
        textgen benchmark --only generation --precision int8

      Without an option for a network the machine's peak and a table of networks are measured, for
      about three minutes. A training step on random tokens: forward, backward, clipping, Adam, the
      state carried on. Generation draws at temperature 0.8.
      """
    case .serve:
      """
        textgen serve --open                          the page in the browser
        textgen serve --port 0 --log off              a free port, nothing logged
        textgen serve --host 0.0.0.0 --api-key-file keys.txt

      The page, http://127.0.0.1:8398, writes with you. Programs ask as OpenAI's and llama.cpp's
      clients do; /openapi.json describes every route. Only this machine can connect unless --host
      says otherwise, and no page of another site may ask. Ctrl-C ends what is written and leaves. The
      server's own options and its limits are also variables such as TEXTGEN_SERVE_PORT, which give
      lists with commas; an option wins.
      """
    case .type:
      """
        textgen type                                  a new text
        textgen type poema.txt --digits               digits choose

      Tab takes the grey word, Alt-1 to Alt-9 take a candidate, Ctrl-S saves, Ctrl-Q leaves, Ctrl-G
      shows all keys. What was not saved is offered at the next start. At the end the share of keys
      that were saved is told: 1 - keys / characters.
      """
    case .lsp:
      """
        textgen lsp                                   the command that an editor starts
        textgen lsp -m poesia

      The language server protocol on standard input and output: completion and inline completion
      for prose; in code, addresses and mathematics it is silent.
      """
    case .memory:
      """
        textgen memory                                the words that were learned
        textgen memory forget Quintanilha
        textgen memory clear

      What `--memory` has learned in `type`, `lsp`, `serve` and `complete --keyboard`: counted
      sequences of tokens, no other text, half a million at most, the oldest ones out first. Without
      it a model is as it came, to the bit.
      """
    }
  }

  var portuguese: String {
    switch self {
    case .textgen:
      """
        textgen complete "Os alunos tiraram..."       a próxima palavra, com probabilidades
        textgen sample --temperature 0.8              texto novo
        textgen train corpus.txt                      aprende com um texto
      """
    case .train:
      """
        textgen train corpus.txt                      um modelo em checkpoints/corpus
        textgen train poemas/ --from poesia           continua um modelo com textos próprios
        textgen train corpus.txt --minutes 30 --unit subword

      Os tamanhos que ficam em aberto dependem da quantidade de texto e de --minutes. Sem --epochs,
      --steps e --minutes, o treino termina quando a previsão do texto reservado já não melhora.
      """
    case .complete:
      """
        textgen complete "Os alunos tiraram..."       o que vem depois da última palavra
        textgen complete "Falo ___ bem" -n 3          dois ou mais sublinhados são uma lacuna
        textgen complete --partial "Os alu"           o fim da palavra ainda incompleta

      A probabilidade é a de a palavra ser a próxima, dados o texto e um espaço depois dele (onde há
      pontuação na lista: só o texto), ou dadas as letras escritas, a que podem faltar acentos e
      maiúsculas; numa lacuna, é a sua parte entre as palavras experimentadas com o texto à direita.
      Nenhuma lista tem palavras abaixo de 0,001 %; se uma lista longa foi cortada, isso é dito.
      """
    case .sample:
      """
        textgen sample                                versos, diferentes de cada vez
        textgen sample --prompt "Era uma vez" -t 0.6 --seed 7
        textgen sample -m portugues --lines 4 -n 3    três textos de quatro linhas
        textgen sample --form soneto --theme mar      um soneto sobre o mar
      """
    case .evaluate:
      """
        textgen evaluate novo.txt                     um texto que o modelo nunca viu
        textgen evaluate novo.txt --cold --words 0    também linha a linha, sem digitação
        textgen evaluate novo.txt --samples 100 --training corpus.txt
        textgen evaluate versos.txt --samples 20 --form quadra

      Bits por caractere: -log2 p do texto todo, dividido pelos seus pontos de código NFC; tokens
      desconhecidos pagam a sua grafia. Cobertura em k: palavras que estão entre as primeiras k
      candidatas antes da primeira letra. Teclas poupadas em k: as que uma lista de k candidatas
      poupa, por caractere. Distinct-n: sequências diferentes de n palavras entre todas.
      """
    case .compare:
      """
        textgen compare corpus.txt                    onze modelos em poucos minutos
        textgen compare corpus.txt --models lstm,gru --budget minutes=5
        textgen sample --model comparisons/corpus/lstm

      De cada vinte blocos de linhas do corpus, dezoito servem para treinar, um para validar e um
      para o teste final. O mesmo comando retoma uma comparação interrompida. Cada modelo fica na
      sua própria pasta.
      """
    case .inspect:
      """
        textgen inspect                               a ficha do modelo
        textgen inspect --surprise "Um texto"         os bits que cada token custa
        textgen inspect --unit 12 "Um texto" -o 12.svg

      Um texto que seja - é lido da entrada padrão.
      """
    case .scan:
      """
        textgen scan poema.txt                        sílabas, acentos e rimas
        textgen scan soneto.txt --form soneto --check
        textgen scan versos.txt --metre 10            uma resposta por linha

      Um verso conta-se até a última sílaba forte; _ une vogais da mesma sílaba, e as fortes
      aparecem em negrito ou em maiúsculas. * marca uma leitura com licença, ! um verso fora do metro.
      """
    case .models:
      """
        textgen models                                o que há e o que os comandos usam
        textgen models --json

      --model, `train --from` e $TEXTGEN_MODEL aceitam o caminho de um modelo (uma pasta com um
      model.safetensors, ou um arquivo) ou um nome: o de um modelo em ./checkpoints ou de um que
      veio com o programa. O * marca aquele que os comandos usam sem --model.
      """
    case .quantize:
      """
        textgen quantize -o pequeno.safetensors
        textgen quantize meu -o pequeno.safetensors --lexicon textos/

      Cada linha de uma matriz passa a valores int8 e uma escala, o que reduz o arquivo a cerca de um
      quarto; os vieses ficam como são. Todos os comandos o leem e preveem com produtos int8;
      `train --resume` continua com o original. Para ver antes o que isso custa, compare
      `textgen evaluate` com e sem --quantize int8.
      """
    case .probabilities:
      """
        textgen probabilities "Um texto"

      {"tokens": [ids], "log_probabilities": [[V logaritmos naturais], …]}: a linha t vem depois dos
      tokens 0 a t, lidos a partir do estado zero.
      """
    case .benchmark:
      """
        textgen benchmark                             a máquina e uma tabela de redes
        textgen benchmark --cell gru --hidden-size 256
        textgen benchmark --only generation --precision int8

      Sem uma opção que descreva uma rede, medem-se o máximo da máquina e uma tabela de redes, em
      cerca de três minutos. Um passo de treino com tokens ao acaso: ida, volta, corte do gradiente,
      Adam, com o estado de um passo para o outro. A geração sorteia com temperatura 0,8.
      """
    case .serve:
      """
        textgen serve --open                          a página no navegador
        textgen serve --port 0 --log off              uma porta livre, nada registado
        textgen serve --host 0.0.0.0 --api-key-file keys.txt

      A página, http://127.0.0.1:8398, escreve consigo. Os programas pedem como os clientes da OpenAI
      e do llama.cpp; /openapi.json descreve todas as rotas. Só esta máquina se pode ligar, se --host
      não disser outra coisa, e nenhuma página de outro site pode pedir nada. Ctrl-C termina o que se
      escreve e sai. As opções próprias do servidor e os seus limites são também variáveis como
      TEXTGEN_SERVE_PORT, onde as listas levam vírgulas; uma opção prevalece.
      """
    case .type:
      """
        textgen type                                  um texto novo
        textgen type poema.txt --digits               os algarismos escolhem

      Tab aceita a palavra cinzenta, Alt-1 a Alt-9 escolhem uma sugestão, Ctrl-S guarda, Ctrl-Q sai,
      Ctrl-G mostra todas as teclas. O que não foi guardado é oferecido na próxima vez. No fim diz-se
      que parte das teclas se poupou: 1 - teclas / caracteres.
      """
    case .lsp:
      """
        textgen lsp                                   o comando que um editor inicia
        textgen lsp -m poesia

      O protocolo dos servidores de linguagem na entrada e na saída padrão: sugestões e texto fantasma
      para prosa; em código, endereços e matemática fica calado.
      """
    case .memory:
      """
        textgen memory                                as palavras que se aprenderam
        textgen memory forget Quintanilha
        textgen memory clear

      O que `--memory` aprendeu em `type`, `lsp`, `serve` e `complete --keyboard`: sequências de tokens
      contadas, nenhum outro texto, meio milhão no máximo, as mais antigas saem primeiro. Sem isso o
      modelo está como veio, até ao último bit.
      """
    }
  }
}
