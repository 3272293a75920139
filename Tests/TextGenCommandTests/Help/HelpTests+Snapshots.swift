// What `--help` prints; the program's own text is elsewhere, so that a change shows here.

extension HelpTests {
  static let complete = """
    OVERVIEW: Predict the next word, or fill the blanks of a text.

    USAGE: textgen complete TEXT [options]
           textgen complete --keyboard [options]

      TEXT             "Os alunos tiraram..."  the place is after the last word
                       "Falo ___ bem"          two or more underscores are a blank
                       -                       standard input (default where it is a pipe)
      --partial        the last word is still being typed: complete it
      --count K        candidates a place, 1 to 1000 (default: 5)
      --adapt          learn from the text as it is read, until the command ends
                       (--adapt-by memory, --adapt-by network: one of the two ways)
      --json           positions, candidates and the completed text as one JSON object
      --lines          each line of standard input is a text: one completion a line
      --keyboard       answer requests, one JSON object a line on standard input, such as
                       {"add":"Os ","prefix":"al","k":5}: Sources/TextGenCommand/KEYBOARD.md
      --model NAME     a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                       the one trained last in ./checkpoints, else portugues)
      --quantize P     products of int8, bfloat16 or float32 (default: float32; int8 for
                       a file of `textgen quantize`)
      --threads N      1 to 1024 (default: all cores)

    A probability is that of the word as the next one, given the text and a space after it (where
    punctuation is listed: the text alone), or given the letters typed, which may lack accents and
    capitals; at a blank, its share among the words tried with the text on the right. A list has
    no word below 0.001 %; where a long one is cut short, it says so.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let sample = """
    OVERVIEW: Write text with a model.

    USAGE: textgen sample [options]

      --prompt TEXT            what the text goes on from (default: a new line)
      --prompt-file FILE       the same from a file, - for standard input
      --no-echo                leave the prompt out of what is printed
      --length N               characters, 0 or more (default: 500, without --lines)
      --lines N                lines with text, 0 or more (default: no limit;
                               a line counts 1000 characters at most)
      --stop TEXT              end before this text (default: none)
      --acrostic WORD          lines that begin with its letters, and end with the last one;
                               a space in it is a blank line (without a prompt)
      --count N                texts, 1 to 1000 (default: 1)
      --temperature T          0 is greedy, below 1 careful, above 1 wild (default: 0.8)
      --top-k N                only the N best tokens; 0 is off (default: 0)
      --top-p P                only the best tokens that share P, 0 to 1 (default: 1)
      --min-p P                only tokens with P times the best one's probability,
                               0 to 1 (default: 0)
      --typical-p P            only tokens near the mean surprise that share P (default: 1)
      --mirostat TAU           steer the surprise to TAU bits a token; 0 is off (default: 0)
      --repetition-penalty R   weaken tokens of the last 64 (default: 1, off)
      --seed N                 same seed, same text (default: a new one, said on stderr)
      --adapt                  learn from the prompt first (--adapt-by memory or network
                               alone): with --prompt-file in the voice of that text
      --json                   one line a text, as soon as it is done: index, prompt, text,
                               seed, tokens, stopped
      --stream                 before it, a line for each piece of it: index, piece
      --model NAME             a name in `textgen models`, folder, file (default:
                               $TEXTGEN_MODEL, else the one trained last in ./checkpoints,
                               else poesia)
      --quantize P             products of int8, bfloat16 or float32 (default: float32;
                               int8 for a file of `textgen quantize`)
      --threads N              1 to 1024 (default: all cores)

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let evaluate = """
    OVERVIEW: Measure a model on text it has not seen.

    USAGE: textgen evaluate FILE… [options]

      FILE…            UTF-8 text, - for standard input; several files are one text, in
                       the order given, with a line end between two of them
      --words N        words that the simulated typist writes, for recall and keystroke
                       savings; 0 leaves them out (default: 3000)
      --cold           also each line alone, from the beginning of a text, as people type it
      --cloze FILE     also sentences with a blank, as JSON lines of text, accepted, wrong;
                       FILE… may then be left out
      --samples N      texts that the model writes, 0 to 1000, to be measured beside equally
                       long pieces of FILE… (default: 0, none)
      --training FILE  or folder that the model was trained on, repeatable: samples are then
                       searched for words known from it and for what they copy
      --length N  --seed N   of samples (default: 500 characters, 0), with options of `sample`
      --encoding NAME  of all files, such as windows-1252 (default: utf-8)
      --adapt          learn from the text as it is read; --adapt-by memory or network alone
      --json           one JSON object on stdout
      --model NAME     a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                       the one trained last in ./checkpoints, else portugues)
      --quantize P     products of int8, bfloat16 or float32 (default: float32; int8 for
                       a file of `textgen quantize`)
      --threads N      1 to 1024 (default: all cores)

    Bits per character: -log2 p of the whole text by its NFC code points; unknown tokens are
    charged their spelling. Recall at k: words among the first k candidates before their first
    letter. Keystroke savings at k: keys saved by a list of k candidates, by characters.
    Distinct-n: different sequences of n words by all of them.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let quantize = """
    OVERVIEW: Write a model with weights of 8 bits.

    USAGE: textgen quantize [MODEL] --output FILE

      MODEL            a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                       the one trained last in ./checkpoints, else portugues)
      --output FILE    the quantized model, such as small.safetensors
      --lexicon PATH   a text or a folder of texts whose words the model is to know besides
                       its own, so that lists give them first; may be repeated
      --overwrite      let FILE replace another model
      --model NAME     the same as MODEL

    Each row of a matrix becomes whole numbers from -127 to 127 and a scale, which makes the
    file about a quarter as large; biases stay as they are. Every command reads it and predicts
    with products of int8; `train --resume` goes on with the original. To see beforehand what
    it costs, run `textgen evaluate` with and without --quantize int8.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let models = """
    OVERVIEW: List the models that have names.

    USAGE: textgen models [options]

      --json           one JSON object on stdout

    --model, `train --from` and $TEXTGEN_MODEL take the path of a model (a folder with a
    model.safetensors, or a file), else a name: of a model in ./checkpoints, or of one that
    came with the program. The list has what each is, what it was trained on, when its file
    was written and where it is; * marks the one that commands use without --model.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let train = """
    OVERVIEW: Train a language model on UTF-8 text.

    USAGE: textgen train CORPUS… [options]     files, folders of .txt and .md, - for stdin

      --output DIR             the checkpoint (default: checkpoints/<name of the corpus>)
      --from MODEL             start from its weights, shape, unit and tokens, such as portugues
      --share PATH=F           an epoch reads F of a file or folder of the corpus: 0.16 another
                               sixth each time, 2 all of it twice; all texts mixed (default: 1)
      --unit U                 token: character, word, subword (default: character)
      --architecture A         unigram, recurrent, window, bag, transformer (default: recurrent)
      --cell C                 lstm, gru, mgu, elman, elman-relu (default: lstm)
      --context-length N  --heads N   (default: a window of 8, 128 tokens seen by heads of 64)
      --layers N  --hidden-size N  --embedding-size N  --dropout P  --batch-size N
      --sequence-length N      P from 0 to below 1 (default: all by corpus size and --minutes)
      --cold-share P           texts of a batch that begin at a line without memory (default: 0)
      --tie-embeddings  --recurrent-initialization I   one matrix for input and output tokens;
                               uniform, orthogonal, identity (default: two matrices; uniform)
      --ngram-order N          n-grams beside it: 2 to 16, 0 (default: 12; subwords 5; words 4)
      --ngram-megabytes M      what they may take; the least useful go (default: no limit)
      --ngram-corpus PATH      more text, only for n-grams; --steps 0 --from MODEL trains nothing
      --optimizer O  --learning-rate R  muon, adam, sgd (default: muon, 1e-2; cells but lstm: 5e-3)
      --schedule S             of the rate: cosine, constant, linear (default: cosine)
      --clip-norm C  --weight-decay W    of the gradient; of weights by the rate (default: 1; 0)
      --epochs N  --steps N  --minutes M   any of them ends the run (default: early stopping)
      --validation FILE  --validation-fraction F   held out (default: 0.05: ends or short files)
      --vocabulary-size N      tokens (default: 8192 characters, 20000 words, 4000 subwords)
      --minimum-count N        rarer tokens are left out (default: 2; characters 2 to 5)
      --resume  --overwrite    go on exactly where the last run stopped; replace its model
      --json  --report FILE.html  --language L   events on stdout; the run as a page, pt or en
      --precision P  --encoding E   auto, float32, bfloat16; the corpus's (default: auto, utf-8)
      --seed N  --threads N  --save-interval S   (default: 0, all cores, 10 seconds)

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let compare = """
    OVERVIEW: Train several models on equal terms and compare them.

    USAGE: textgen compare CORPUS… [options]   files, folders of .txt and .md, - for stdin

      --models A,B,…       any of the following (default: all; unigram is always there):
        unigram, bag, window, ngram, elman, elman-relu, mgu, gru, lstm, lstm-deep, transformer
      --parameters N       of each network, within 2 % (default: 1,000,000, or what is
                           nearest to it for a transformer)
      --budget B           of each network: minutes=M, or tokens=N; tokens alone is one pass
                           over the training part (default: minutes=1)
      --probe-share P      probe sentences by all training text, 0 to 0.9 (default: 0.1)
      --probe-items N      pairs of questions for each distance, 1 to 200 (default: 100)
      --unit U  --vocabulary-size N    character, word, subword (default: character)
      --sequence-length N  --dropout P   of all networks (default: by corpus size)
      --optimizer O  --clip-norm C       muon, adam, sgd (default: what suits each; 1)
      --output DIR         where models and figures go (default: comparisons/<corpus>)
      --report FILE.html   the whole as a page that needs no network (default: report.html
                           in the folder, where each picture lies as .svg, too)
      --language L         of the report: pt, en (default: pt)
      --encoding NAME      of the corpus (default: utf-8)
      --json               one JSON object on stdout
      --seed N  --threads N            (default: 0, all cores)

    Of the corpus eighteen of twenty blocks of lines are for training, one for validation and
    one for the test. The same command goes on where an interrupted comparison stopped. Each
    model lies in a folder of its own: textgen sample --model comparisons/NAME/lstm

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let inspect = """
    OVERVIEW: Look inside a model.

    USAGE: textgen inspect [PICTURE] [options]      without a picture: the model's card

      --surprise TEXT      bits that each token costs: finds slips and foreign passages
      --gates TEXT         gates, cells and hidden units over the text, and how long each
                           forget gate keeps half of what its cell holds
      --unit N TEXT        the text coloured by hidden unit N, from 0
      --layer N            the layer of --gates and --unit, from 0 (default: the top one)
      --units N            units that --gates shows, the liveliest (default: 24)
      --embeddings WORD    the tokens whose embeddings are nearest, and a map of them; of
                           a word of several tokens their mean counts
      --count N            how many (default: 20)
      --gradients FILE     how far the gradient of one prediction reaches, over a text
      --output FILE.svg    the picture as a file
      --report FILE.html   the picture as a page that needs no network
      --language L         of pictures and pages: pt, en (default: pt)
      --json               the numbers behind the picture
      --model NAME         a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL,
                           else the one trained last in ./checkpoints, else portugues)
      --threads N          1 to 1024 (default: all cores)

    TEXT is the text itself, - standard input.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let benchmark = """
    OVERVIEW: Measure the speed of this machine.

    USAGE: textgen benchmark [options]

      --cell C              lstm, gru, mgu, elman, elman-relu (default: lstm)
      --layers N            recurrent layers (default: 2)
      --hidden-size N       units of a layer (default: 512)
      --embedding-size N    floats of a token (default: 128)
      --vocabulary-size N   tokens (default: 128)
      --tie-embeddings      one matrix for input and output tokens (default: two)
      --batch-size N        streams of a training step (default: 64)
      --sequence-length N   its time steps (default: 100)
      --streams N           texts generated side by side (default: 1)
      --precision P         float32, bfloat16, int8 (generation only) (default: float32)
      --only WHAT           training, generation (default: both)
      --seconds S           of each measurement (default: 4)
      --corpus FILE         text to encode (default: 12 MB made from corpora/)
      --against PEER        torch: measure it in turn, in the Python of $TEXTGEN_PYTHON
      --threads N  --json   1 to 1024 (default: all cores); one JSON object on stdout

    Without an option from --cell to --precision the machine's peak and a table of networks
    are measured, for about three minutes. A training step on random tokens: forward,
    backward, clipping, Adam, the state carried on. Generation draws at temperature 0.8.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  static let scan = """
    OVERVIEW: Scan poems: syllables, stresses, rhymes, form.

    USAGE: textgen scan FILE [options]
           textgen scan --words|--rhymes|--metre M FILE

      FILE              a text, - for standard input: blank lines part stanzas, a line * * *
                        parts poems; a single line above them without a stop is the title
      --form NAME       scan with the metre of a form and list what breaks it: quadra, trova,
                        redondilha-maior, redondilha-menor, decassilabo, alexandrino, soneto,
                        soneto-ingles, oitava, terza-rima, sextilha, setilha, decima, haicai,
                        haicai-guilhermino, verso-branco
      --check           exit with 1 where something breaks the form
      --strict S        where rhymes must hold: pt-br, pt-pt or both (default: both)
      --no-title        count a single first line as verse
      --json            one JSON object a poem

      --words           each line is a word: its syllables and stress, one JSON object a line
      --rhymes          each line is two words with a tabulator between: whether they rhyme
      --metre M         each line is a verse: whether it has the length 10, or 10:6-10 with
                        its stresses, or any for the length that fits best

    A line counts to its last stressed syllable; _ joins vowels of one syllable, stressed ones are
    in bold or capitals. * marks a reading that takes a licence, ! a line out of metre.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """
}
