/// The words of which it is known with which others they go, in the order of their bytes.
///
/// The commonest words with a meaning of their own in verse and prose in the public domain and in free
/// texts of today, in the singular, without most names. Written by `.ci/verse-tables`.
enum ThemeVocabulary {
  static let words = text.split(separator: " ").map(String.init)

  private static let text = """
    aba abade abaixo abalo abandono aberta aberto abertura abismo aborrecido abra abraço \
    abraçou abre abri abria abril abrindo abrir abriu absoluta absolutamente absoluto \
    absurdo acaba acabado acabar acabava acabou acadêmico acaso aceita aceitar aceito \
    aceitou acerca acesso acha achado acham achar achava achei acho achou acidente acima \
    acompanhado acompanhar acompanhava acompanhou acontece acontecer aconteceu acontecimento \
    acordar acordo acordou acredita acreditar acredito acrescentou acudiu acusado adeus \
    adiante adicional adicionar adivinhar administrador administrativo administração admira \
    admirar admiração admirável adolescente adorável adversário advogado afastar afastou \
    afeição afeto afinal afirma afirmar afirmou aflição agente agitação agonia agosto \
    agradável agrícola agudo ajuda ajudar ajuste ala alcance alcançar alcova aldeia alegre \
    alegremente alegria alemão alferes algibeira algo alguém alheia alheio aliança alimento \
    aliás alma almoçar almoço alonso alta altar alterar alteração alternativa alto altura \
    aluno alva alvo alvoroço além ama amada amado amante amar amarela amarelo amarga \
    amargura amava ambas ambiente ambição ambos ameaça americana americano amiga amigo \
    amizade amo amor amorosa ampla amável anda andam andando andar andava andou anedota anel \
    angélica angústia animado animal animação aniversário anjo ano ansiedade ansioso ante \
    anteontem anterior antiga antigo antônia anunciou análise anúncio aonde apaixonado \
    aparece aparecem aparecer apareceu aparecia aparelho aparição aparência apertando \
    apertou apesar apetite api aplauso aplicada aplicativo aplicação apoio apontando \
    aposento aposta aprender apresenta apresentado apresentar apresentação apresentou \
    aprovação aproveitar aproximou após aquilo ar arco ardente ardor areia argentino \
    argumento arma armada armado aroma arquivo arraial arrancar arranjo arte artigo artista \
    arvoredo asa aspecto aspeto aspiração assalto assinatura assistir assistência assombro \
    assunto astro atacante atalhou ataque atender atendimento atento atenção atirou atitude \
    atividade ativo atleta atmosfera ato ator atravessou através atributo atriz atrás atual \
    atualizar atualização atualmente atuação audácia aula aumentar aumento aurora ausência \
    auto automaticamente automóvel autor autoridade auxílio avaliação ave aventura aviso \
    avião avó azul aço ação açúcar bacharel baile bairro baixa baixinho baixo bala balanço \
    balcão banal banda bandeira bando banho banquete barato barba barbeiro barca barco \
    baronesa barra barro barulho barão base baseado basta bastante bastava batalha batata \
    bate batendo bater bateria bateu batia beber bebida bebê beijar beijo beijou beira beiço \
    bela beleza belo benefício bengala berço besta besteiro biblioteca bicho bicicleta bico \
    bigode bilhete bilhão bloco blusa boa boato boca boi bola bolo bolsa bolso bond bondade \
    bonita bonito borboleta borda bordo bota botão brado bradou branca branco brando \
    brasileiro bravo braço breve briga brilhante brilho brincando brincar brinquedo brisa \
    bronze bruto bumble buraco burro busca buscar busto bárbaro básica bênção cabe cabelo \
    cabeça cabo cachorro cadeia cadeira cadáver café cai caindo cair caiu caixa caixeiro \
    caixão cal calada calado calma calmo calor calou calça calçada cama camarote caminha \
    caminhando caminho camisa campanha campeão campina campo canal candidato candidatura \
    cansada cansado cansaço canta cantando cantar canto cantor canção capa capacidade capaz \
    capela capital capitão capricho capítulo cara caractere característica carga cargo \
    caridade carinho carne caro carregado carreira carro carruagem carta carteira cartão \
    carácter caráter casa casaca casaco casada casado casal casamento casar casou casta \
    castanho castelhano castigo categoria causa cautela cavalaria cavaleiro cavalheiro \
    cavalo caça caía caído caíram ceder cedo cega cego ceia celeste celular cem cemitério \
    cena censura centenas cento centro cenário cerca cercado cerimônia cerrado certa \
    certamente certeza certo cesta chama chamada chamado chamam chamar chamava chamou chance \
    chapéu charuto chave chefe chega chegada chegado chegam chegando chegar chegara chegaram \
    chegava chegou cheguei cheia cheio cheiro chocolate chora chorando chorar chorava choro \
    chuva chá chácara chão ciclo cidade cidadão cientista científica cigarro cima cinema \
    cinqüenta cintura cinza circunstância civilização ciência ciúme claramente claridade \
    claro clarão classe clicar cliente clima clique clube clássico cláusula coberta coberto \
    cobre cocheiro colar colega colete coleção colheita colher colo colocado colocar colocou \
    colorido coluna colégio comandante comando combate combater combinação come comecei \
    comendador comendo comentário comer comercial começa começar começaram começava começo \
    começou comida comigo comissão comoção compaixão companheira companheiro companhia \
    comparação compensação competição compilador completa completamente completo componente \
    comportamento composição composto compra comprar compreende compreender compreendeu \
    compreendo comprido compromisso comprou computador comum comunicação comunidade comédia \
    conceito concerto concessão concluir concluiu conclusão concorrência concurso conde \
    condenado condessa condição conectado conectar conexão conferência confessar confesso \
    confessou confiança confidência configuração confirmou confissão conflito conforme \
    confuso confusão conhece conhecer conheceu conheci conhecia conhecida conhecido \
    conhecimento conheço conjugal conjunto conosco conquanto conquista consciência consegue \
    conseguir conseguiu conselheiro conselho consequência conseqüência conservar considerada \
    considerado consideração consigo consolação constante constitucional construir \
    construção consulta consulte consumidor consumo conta contando contar contato contava \
    contemplar contemplação contente conter contexto conteúdo contigo continua continuam \
    continuar continuava continuou conto contou contraste contrato contribuição controlar \
    controle contrário contudo contém convencido conveniente conveniência convento convenção \
    conversa conversando conversar conversação conversão convicção convidado convite convém \
    copo cor coragem coração corda coro coroa coronel corpo corre corredor correio correndo \
    corrente correr correram correspondente correspondência correto correu correção corria \
    corrida corrupção cortando cortar corte cortesia cortina costumava costume couro cousa \
    cova cozinha credor creia creio crença crer crescente crescer cresceu crescimento cria \
    criada criado criador criança criar criatura criação crime criminoso criou crise cristal \
    cristã cristão critério cruel crédito crê crítica crítico crônica cuidado cuidar culpa \
    culto cultura cultural cumprimento cumprir cura curiosa curiosidade curioso curso curta \
    curto curva custa custo cálculo câmbio câmera cães cão célebre célula cérebro céu \
    círculo código cólera cópia dada dado dai dali dama dando dano dança dançando dançar \
    daquela daquele daqui daria dará data davam daí debaixo debate decerto decidir decidiu \
    decisão declaração declarou decreto dedicação dedo defeito defender defesa definida \
    definido definir definitiva definição defronte defunto degrau dei deitado deitar deitou \
    deixa deixado deixai deixam deixando deixar deixara deixaram deixasse deixava deixe \
    deixei deixo deixou deixá dela delegado delicada delicado deliciosa delicioso delícia \
    delírio demais demanda demasiado demora demónio dente denúncia depende dependência \
    depressa deputado depósito dera deram derradeira derradeiro derrota desafio desapareceu \
    desastre descanso desce descendo descer desceu descia descoberta descoberto descobrir \
    descobriu desconfiança desconhecido descrição desculpa desdém deseja desejava desejo \
    desembargador desempenho desenho desenvolver desenvolvimento deserto desesperado \
    desespero desgosto desgraça desgraçada desgraçado despedida despedir despediu despeito \
    despesa desprezo dessa desse desta destaque deste destinado destino detalhe devagar \
    devem devemos dever devera deveria deverá deviam devido devo devoção dezembro dia diabo \
    diante diferente diferença dificuldade difícil diga digital digna dignidade digno digo \
    dimensão dinheiro dir direi direita direito direta diretamente direto diretor direção \
    diria dirigente dirigiu dirá disciplina disco discurso discussão discutir discípulo \
    disponível dispositivo disposição disposta disposto disputa dissera disseram dissesse \
    disso distante distinto distinção disto distribuição distância dita dito diversa diverso \
    divina divino divisão divulgado dizei dizem dizendo dizia diziam dizê diálogo doce \
    documentação documento doente doença doido dolorosa doloroso dom domingo domínio dona \
    donde dono donzela dor dorme dormia dormindo dormir dote dou dourada dourado doutor \
    doutrina doze doçura drama dramática dramático droga duelo dum duma dupla duque duquesa \
    dura durante duro durou duzentos dão década dívida dói dólar dúvida dúzia eco economia \
    econômica econômico ecrã edifício editor edição educação efeito efetivamente egoísmo \
    elegante elegância eleito eleitor eleitoral eleição elemento elevada elevado elevação \
    elogio embaixo embora emenda emoção empenho empregado emprego empresa empresário \
    empréstimo encanto encher encontra encontrado encontrar encontrava encontrei encontro \
    encontrou encostado endereço energia enfermo enfim engano enorme ensaio ensino entanto \
    entende entender entendeu entendo enterro entidade entra entrada entrando entrar entrara \
    entraram entrava entrega entregar entregou entregue entrei entretanto entrevista entrou \
    entusiasmo enviado enviar envolvido episódio equilíbrio equipamento equipe equivalente \
    ergue erguendo erguer ergueu erguia errado erro erva escada escala escapar escola \
    escolha escolher escolhido esconder escondida escondido escrava escravo escreve \
    escrevendo escrever escreveu escrevi escrevia escrevo escrita escrito escritor \
    escritório escrivão escrúpulo escudeiro escura escuridão escuro escuta escândalo esforço \
    esmola espada espanhol espantado espanto espaço especial especialista especialmente \
    espectador específica específico espelho espera esperado esperando esperança esperar \
    esperava espero esperou espetáculo espiritual esplendor esporte esposa esposo espuma \
    espécie espírito esquece esquecer esqueceu esquecido esquecimento esquerda esquerdo \
    esqueça esquina essencial estabelecimento estalagem estamos estando estante estaria \
    estará estarão estavam estação esteja estendendo estendeu esteve estilo estima estive \
    estiver estivesse estou estrada estrangeiro estranha estranho estratégia estreita \
    estreito estrela estremeceu estrutura estréia estudante estudar estudo estádio estátua \
    estávamos estável estômago etapa etc eterna eternidade eterno eua europeu evento \
    evidente evitar evolução exa exame examinar exata exatamente exato excelente excesso \
    exceção excia exclamação exclamou exclusivamente executado executar execução exemplar \
    exemplo exercício exige exigir exigência existe existem existente existia existir \
    existência expansão expectativa experiência explica explicar explicação explicou \
    explosão exportação exposição expressão extensão exterior externa externo extra \
    extraordinária extraordinário extrema extremamente extremo fabricante faca face \
    facilidade facilmente facto fadiga faixa fala falam falando falar falava falavam fale \
    falei falemos falha falo falou falsa falso falta faltam faltava fama familiar famosa \
    famoso família fantasia fantasma faria farta farto fará fase fatal fatalidade fato favor \
    favorável fazem fazendo fazia faziam fazê faça faço febre fechada fechado fechar fechou \
    feia feio feira feita feição felicidade feliz felizmente feminina feminino fenômeno fera \
    ferida ferido feroz ferramenta ferro festa fevereiro fhc ficado ficam ficando ficara \
    ficaram ficaria ficará ficasse ficava ficheiro fico fiel figura fila filha filho filme \
    filosofia filósofo fina finado final finalmente financeira financeiro fino fio fique \
    fiquei firme fiscal fisionomia fita fito fitou fixa fixo fiz fizera fizeram fizesse \
    fizeste flor floresta foge fogo folhetim fome fomos fonte for forem forma formado \
    formato formação formidável formosa fornece fornecer forte fortuna força fossem foste \
    foto fotografia fraca fraco frade franca francamente francesa franceses francês \
    franqueza fraqueza frase frente frequentemente fresca fresco frescura fria frio fronte \
    fronteira fruta fruto fuga fugir fugiu fui fumo funciona funcionalidade funcionar \
    funcionário funda fundamental fundo função furioso furor futebol futura futuro fábrica \
    fáceis fácil férias física físico fórmula fúria gabinete gado galeria galinha galo galé \
    ganha ganhar ganho ganhou garante garantia garantir gargalhada garganta garota garoto \
    garrafa gasto gato gaveta gemido general generoso genro gente gentil geral geralmente \
    geração gerente gesto gestão gigante ginete global glória gol golpe gordo gosta gostava \
    gosto gota governador governo gozo graciosa grade grama grandeza gratidão grau gravata \
    grave gravidade graça grego grito gritou grossa grupo grão guarda guardar guerra \
    guerreiro guia gás gênero gênio habilidade habitante habitual haja harmonia haveria \
    haverá haviam hei herança herói hesitação hesitou hipótese história histórica histórico \
    homem homenagem honesto honra honrado hora horizonte horror horrível horta horário \
    hospital hoste hotel houver houvesse html humana humanidade humano humilde humor hábito \
    hão hóspede idade ide ideal ideia idioma ido idéia ignorância igreja igual igualmente \
    ilha ilustrada ilustre ilusão imagem imagina imaginar imaginação imagine imediatamente \
    imensa imenso imortal impaciente impaciência impedir imperador implacável importa \
    importante importação importância impossível imposto imprensa impresso impressora \
    impressão impulso império imóvel incerteza incidente inclui incluindo inclusive incêndio \
    inda independente independência indica indicação indiferente indiferença indignação \
    indispensável individual indivíduo indo industrial indústria infame infante infantil \
    infeliz infelizmente inferior inferno infinita infinito inflação influência informação \
    informou infortúnio infâmia infância inglesa ingleses inglês inicial iniciar iniciativa \
    inimigo injúria inocente inocência inquieto inquérito inscrição insistiu inspiração \
    instalado instalação instante instinto instituição instrumento instrução instância \
    inteira inteiramente inteiro intelectual inteligente inteligência intensa intento \
    intenção interessado interessante interesse interface interior interna interno \
    interpretação interrogou interrompeu intervalo intervenção intimidade inveja invenção \
    inverno investigação investimento invisível início inútil ira irei iria irmã irmão \
    ironia irá italiana italiano item jamais janela jantar jardim javascript jeito joelho \
    joga jogador jogando jogar jogo jornada jornal jornalista jovem judeu juiz julgamento \
    julgar julho junho junta junto juramento juro justa justamente justo juventude juízo \
    jóia laboratório ladrão lago lama lance lança lançado lançamento lançando lançar lançou \
    lar laranja larga largo lateral latim laço leal legal lei leia leilão leite leito leitor \
    leitora leitura lembra lembrança lembrar lembrava lembre lembro lembrou lenda lendo \
    lenta lentamente lento lenço leonor leque ler leste letra leu leva levada levado levam \
    levando levanta levantando levantar levantava levantou levar levaram levava leve \
    levemente levou levá lha lho lia liberal liberdade libra licença lida lido ligada ligado \
    ligar ligação ligeira ligeiro limite limpa limpeza limpo linda lindo linguagem linha \
    lista literatura literária literário livre livro lição local loja longa longe longo \
    loteria louca louco loucura louro louvor lua luar lucro lugar lume luta lutar luto luva \
    luxo luz lábio lágrima légua líder língua líquido lógica lúgubre madeira madrinha \
    madrugada magistrado magnífico magro mail maio maioria major mala mamãe mana manda \
    mandado mandar mandato mandava mandei mandou maneira manga manhã manifestação \
    manipulador manso manter mantém mar maravilha marca marcado marcação marcha margem \
    marido marinheiro marquês martírio março maré massa mata matar matemática material matou \
    matéria mau mecanismo medida medo meia mel melancolia melhorar membro memória menina \
    menino menor mensagem mensal mental mente mentira menu mercado merece mesa meses meta \
    metade metal meter meteu metro micro milagre milhares milhão mina ministro minuto \
    miserável missa missão misteriosa misterioso mistura mistério miséria mocidade moda \
    modelo moderna moderno modesto modo modéstia moeda mole moleque moléstia momento monge \
    monitor monstro montanha monte mor mora morador moral morava morre morrer morreram \
    morreu morro morta mortal morte morto mosteiro mostra mostram mostrando mostrar mostrava \
    mostrou motivo motorista mouse mover movimento moça moço muda mudança mudar mudo mudou \
    muita mulher multa multidão multimídia mundo município muralha murmurou muro musa \
    musical mágoa máquina mármore máscara máxima máximo mãe mão média médico médio mérito \
    método mês mídia mínima mínimo módulo móvel música músico namorada namorado namoro \
    naquela naquele nariz narração nasce nascer nasceu nascido nascimento natural \
    naturalmente natureza nau navegador navio nação necessidade necessária necessário negar \
    negociação negra negro negócio nela nele nervos nervoso nessa nesse nesta neste neve \
    ninho nisso nisto nobre nobreza noite noiva noivo nome normal normalmente nossa nosso \
    nota notar note notebook notou notável notícia noutra nova novamente novela novembro \
    novidade novo nua nuvem nível número objetivo objeto obra obrigada obrigado obrigação \
    obscuro observar observação observou obstante obstáculo obséquio obter ocasião oceano \
    ocorre ocorreu oculto ocupado oeste oferece oferecer ofereceu oferta oficial oficina \
    ofício oiro olha olhai olhando olhar olhava olhe olho olhou ombro onda onze open \
    operação operário opinião oportunidade oposição oposto opção ora orador oração ordem \
    orelha organismo organização orgulho origem original osso ouro outrora outubro ouve ouvi \
    ouvia ouvido ouvindo ouvir ouvira ouviu ouço ovo paciente paciência pacote padre \
    padrinho padrão paga pagamento pagar pago pai painel paisagem paixão pajem palavra palco \
    palestra palidez palma palácio pancada pano panorama pança papai papel papéis paquete \
    par parada parado parar parecem parecer pareceu pareciam parede parente parlamentar \
    parou parque participar participação particular particularmente partida partido partir \
    partiu pasmo passa passada passado passageiro passagem passam passando passar passara \
    passaram passava passavam passe passear passei passeio passo passou pasta pastor patrão \
    pau pausa pavor paz paço país pecado pedaço pede pedi pedia pedido pedindo pedir pediu \
    pedra pega pegar pegou peito peixe pele pena pendente pensa pensamento pensando pensar \
    pensava pense pensei penso pensou peonagem pequena pequenina pequenino pequeno per \
    perante perceber percebeu perda perde perder perdera perdeu perdi perdia perdida perdido \
    perdoe perdão perfeita perfeitamente perfeito perfeição perfil perfume pergunta \
    perguntar perguntava perguntei perguntou perigo permite permitem permitir perna \
    personagem personalizado perspectiva pertence perto período pesada pesadelo pesado pesar \
    pescador pescoço peso pesquisa pesquisador pessoa pessoal peça peço pfl piano piedade \
    piloto pintura pior pista pistola placa planeta plano planta plataforma platéia plena \
    pleno pmdb pobre podem podemos podendo poderia poderiam poderoso poderá poderão podiam \
    poeira poema poesia poeta policial polícia política político pomba pondo ponta ponte \
    ponto popular população porquê porta portanto porte portuguesa portugueses português \
    portão porventura porção porêm positivo posição possa possam posse possibilidade posso \
    possuem possui possuir possuía possível post posta posto postura pouca povo poço poética \
    pra praia prata praticamente prato prazer prazo praça precisa precisam precisamos \
    precisar precisava preciso prefeito prefeitura prefere preferência prejuízo prelado \
    preocupado preocupação preparado preparando preparar presa presente presença presidente \
    preso pressa pressione pressão prestar preste preta pretende pretendente pretexto preto \
    previsto previsão prevê preço prima primavera primo princesa principal principalmente \
    princípio prisão privada privado privilégio problema procedimento processo procura \
    procurador procurando procurar procurava procurou produto produtor produzido produzir \
    produziu produção professor profeta profissional profissão profunda profundamente \
    profundo programa programação progresso projeto promessa promete prometeu pronta pronto \
    prop proporção proposta propriamente propriedade proprietário propósito propôs prosa \
    prosseguiu protesto proteção prova provar provavelmente provável província prática pré \
    prédio prêmio príncipe própria próprio próxima próximo psdb publicada publicado \
    publicação pude puder pudera pudesse pulso punha punhal punho pura puro página pálida \
    pálido pálpebra pára pássaro pátio pátria pão pé pérola pô pôr põe pública público \
    quadra quadrilha quadro quaisquer qualidade qualquer quanta quantidade quanto quarenta \
    quarta quarto quase quebra quebrado quebrar queda queijo queira queixa queixo quente \
    quereis querem queremos querendo queriam querida querido quero questão qui quinta \
    quintal quinze quiser quisera quisesse quê radiante rainha raio raiva raiz ramo rapariga \
    rapaz rapidamente rara raro rato razão raça reajuste real realidade realizada realizado \
    realizar realização realmente reação recado recebe receber receberam recebeu recebi \
    recebia recebido receio receita recente recentemente recolher recolheu recomendação \
    reconhecer reconheceu reconhecimento recordação recorde recuou recurso recusa recusou \
    recém rede redonda redor reduzir redução refeição refere referência reflexo reflexão \
    reforma regime registrado registro região regra regular rei relativamente relatório \
    relação religiosa religioso religião relâmpago relógio reminiscência remorso remota \
    remédio renda renderização rendimento reparo reparou repente repetia repetir repetiu \
    replicou repouso representa representante representação reputação reserva resistir \
    resistência resolução resolver resolveu resolvido respeito responde responder respondeu \
    respondi respondia responsabilidade responsável resposta resta restante restaurante \
    restava resto resultado resumo retirada retirar retirou retrato reunir reunião revela \
    revelação revelou revista revisão revolta revolução reúne ria rica rico ridículo rigor \
    rindo riqueza rir risco riso risonha risonho ritmo riu rival rocha rochedo roda rom \
    romance romano romper rompeu rosto rota roubo roupa roça rua rude ruim rumor ruído ruína \
    rádio rápida rápido réis réu rígido sabei sabem sabemos sabendo sabor sacerdote saco \
    sacrifício saem safra sagrado sai saia saiba saindo sair saiu sala salto salva salvar \
    salvo salário salão sangue sapato satisfação satisfeito saudade saí saía saída saído \
    saíra saíram saúde seca seco secreta secretário seda sede segredo segue seguia seguida \
    seguido seguindo seguinte seguir seguiu segunda segura segurando segurança seguro seio \
    sejam selecione seleção selvagem semana semelhante semelhança semestre seminário senador \
    senha senhor senhora sensação sensibilidade sensível sentada sentado sentar sente \
    sentença senti sentia sentido sentimento sentindo sentir sentiu sentou separado \
    separação sepultura sequer sequência serei serem serena serenidade sereno seria seriam \
    serve servia servido servidor servir serviu serviço serão sessenta sessão setembro setor \
    sexo sexta seção show significa silenciosa silencioso silêncio simpatia simples \
    simplesmente simplicidade sinal sincera sinceramente sinceridade sincero singular sino \
    sinto sintoma sistema site situação soar sob sobe soberba soberbo sobressalto sobretudo \
    sobrinha sobrinho social sociedade socorro sofrer sofreu sofrimento software sofá sol \
    solar soldado solene solidão solitário solo solta solto soltou soluço solução som soma \
    sombra sombria sombrio somente somos soneto sonhar sonho sono sorria sorrindo sorrir \
    sorriso sorriu sorte sossego sou soube soubesse source sozinha sozinho state string \
    suave subia subindo subir subitamente subiu sublime substância sucedeu sucesso \
    suficiente suicídio sujeito suma suor superfície superior supor suporte suprema supremo \
    supunha surdo surgiu surpresa suspeita suspenso suspiro susto sábado sábio século séria \
    série sério símbolo sítio sócio sôbre súbita súbito súplica talento tam tamanha tamanho \
    tambêm tanta tapete tarde tardou tarefa taxa taça teatro tecido tecla teclado tecnologia \
    tela telefone telegrama televisão telhado tema temo temor temperamento temperatura \
    tempestade templo tempo temporada tenda tende tendo tendência tenente tenha tenham tenta \
    tentando tentar tentativa tente tentou teoria terceira terceiro terei terem teria teriam \
    terminou termo terno ternura terra terreiro terreno terror terrível terá terão terça \
    testa testamento teste testemunha teto teu teve texto the tia time tinham tinta tio tipo \
    tira tirando tirar tirava tiro tirou titular tive tivemos tiver tivera tiveram tivesse \
    tivessem toalha toca tocando tocar tocava tocou todavia tolo tom toma tomada tomado \
    tomando tomar tomava tomou tomá tonelada topo toque torcida torna tornando tornar \
    tornava torneio torno tornou tortura total totalmente trabalha trabalhador trabalhando \
    trabalhar trabalho tradicional tradição tradução trago tragédia traidor traição \
    tranqüilo transformação transição transparente transporte trata tratado tratamento \
    tratar tratava trato tratou traz trazem trazendo trazer trazia traziam traço trecho \
    treinador treinamento treino trem tremer treva trezentos tribuna trigo trinta triste \
    tristeza triunfo troca trocar tronco trono tropa trouxe trás trêmula tua tumulto turno \
    tábua técnica técnico tédio tínhamos título tôda túmulo unha unicamente unidade uniforme \
    universal universo urna urv usa usada usado usam usando usar use uso usp usuário \
    utilizado utilizador vaca vaga vagamente vago vaidade vale valem valente valer valia \
    valor valsa vamos vantagem vapor vara varanda variação variedade variável vaso vasta \
    vasto vazia vazio vede veia veja vejo vela velha velhice velho velocidade vencedor \
    vencer venceu vencido venda vender vendido vendo veneno venha venho vento ventre ventura \
    verdade verdadeira verdadeiramente verdadeiro verde vereador vergonha verificar vermelha \
    vermelho verso versão verá verão veste vestida vestido vestindo vestir vestígio veículo \
    viagem viam vice vida vidraça vidro viera vieram viesse vigor vim vimos vinda vindo \
    vingança vinham vinho vinte violenta violento violência vira viram viria virtual virtude \
    virá visconde visita visitar visse vista visto visual visão visível vitória viva vive \
    vivem viver viveu vivia vivo vizinha vizinhança vizinho viúva vo vocação volta voltado \
    voltando voltar voltaram voltava voltei voltou volume volveu vontade vossa vosso votar \
    votação voto voz vulgar vulto vária vário vélho véspera véu vê vêm vício vídeo vínculo \
    vírus vítima vós vôo xícara zero zona àquela àquele água álbum árabe área árvore áspero \
    ângulo ânimo ânsia égua época êle êsse êste ícone ímpeto índice íntima íntimo óculo ódio \
    óleo ópera órgão ônibus última último única único úrsula útil
    """
}
