/// The endings of `HeightEndings`, by height; drawn up by hand from the rules and their exceptions.
enum HeightLists {
  static let open = """
    el ol ela ola ora ota ote orta orte ortos erra erva ece ecem osa osas osos oz ela elas
    ^mulher qualquer ^quer sequer talher mister ^dez maior menor melhor pior redor suor maiores
    menores melhores piores redores ^so ^pe

    eba gleba eca eco ^eco boneco ^peco ^meco ^teco prece peca ^peco meca meco ^peco comeca tropeca
    pressa remessa promessa confessa atravessa interessa cessa depressa travessa essa ^essa dessa
    nessa ivesse izesse viesse ouxesse udesse usesse oubesse ouvesse isesse issesse cesse apresse
    confesse atravesse esso cesso gresso presso egresso confesso professo possesso sucesso acesso
    moeda queda credo cede mede pede impede sucede procede ede ^adrede efe chefe
    ega nega cega pega rega entrega adega refrega carrega navega emprega prega ego ^cego ^nego
    ^prego ^ego entrego carrego navego egue entregue segue alegre alegra regra inveja
    bela belo ^belo castelo martelo farelo amarelo paralelo flagelo singelo duelo cutelo chinelo
    ^elo revelo libelo rastelo prelo donzelo pele revele velha velho evangelho
    epa epe epo era fera quimera primavera espera esfera hera galera cratera pantera udera izera
    ivera viera ^dera oubera isera ouvera ouxera usera lacera ero quero espero severo mero sincero
    zero austero ere fere refere confere
    verbo acerbo herda herde perde lerdo erge ergue ergo verme inerme germe palerma erna erno erne
    ferro berro ^berro serra erre ersa erso erta certo perto deserto incerto coberto aberto desperto
    liberto oferta erte servo ferve serve erve
    ^reza pesa ^preza despreza lesa ilesa ^rezo ^prezo tese ^reze ^preze despreze
    incesto seleta sincera sincero
    pesca pesco esce cresce quaresma esta este veste ^peste celeste agreste cipreste teste
    ieste iveste izeste udeste useste oubeste ouveste iseste isseste ouxeste resto esto
    protesto gesto honesto modesto manifesto funesto presto orquestra mestra estre
    poeta profeta ^seta atleta completa reta direta correta discreta secreta concreta asceta
    dieta interpreta inquieta quieta predileta dileta afeta projeta infecta secta esteta exegeta
    repleta obsoleta ^teto ^reto ^feto ^neto ^veto afeto objeto projeto aspecto dialeto inseto predileto
    concreto discreto secreto completo repleto inquieto quieto alfabeto decreto arquiteto seleto
    direto correto exceto obsoleto interpreto ^neta bisneto bisneta trineto ^sete repete compete
    ^mete promete derrete reflete complete submete remete omelete chiclete basquete acomete
    comete arremete inquiete dete arrebete metro etro
    breve ^leve ^neve greve deve escreve atreve eleve releve descreve inscreve leva treva ^ceva ^eva
    eleva neva levo elevo sexo nexo anexo reflexo complexo perplexo amplexo convexo exo

    sobe pobre cobre nobre obre sobra obra cobra dobra manobra oca toca troca roca provoca invoca
    evoca choca bloco foco invoco evoco provoco precoce roca carroca palhoca choca coca possa fossa
    nossa vossa nosso vosso posso posse tosse apossa roda moda soda poda acomoda incomoda modo
    acomodo incomodo ode pode bigode acode sacode explode estrofe farofa mofa droga voga toga roga
    joga afoga oga logo oge foge ogue loja aloja arroja oja solo colo polo mole prole fole engole
    ole esmola olha ^olha molha colhe escolhe acolhe recolhe olhe molhe desfolha olhos ^olhos abrolhos
    folga olga golpe volta revolta escolta volte volve envolve resolve dissolve absolve olve
    volvem copa tropa europa galopa topa copo galope ope sopra opra sopre
    chora agora hora senhora aurora mora embora outrora demora implora devora namora melhora
    piora espora amora flora nora cora decora vigora ignora explora arvora poro sonoro adoro imploro
    ignoro devoro canoro ^chores ^adores
    porca porcos torce borda corda acorda recorda concorda discorda bordo recordo morde lorde acorde
    orde norma forma dorme conforme enorme informe orme torna morna adorna contorna orna fornos
    cornos corpos morre corre socorre percorre escorre concorre ocorre discorre jorra jorre
    remorso porta torta morta corta importa conforta exorta horta suporta comporta absorta
    forte sorte morte norte porte consorte transporte mortos portos tortos postos impostos dispostos
    opostos compostos expostos ossos grossa grossas grossos pocos fogos jogos povos novos ovos
    esforcos socorros carocos tijolos miolos coros sorve absorve torva
    rosa prosa ose osmose bosque osque costa posta resposta aposta proposta gosta encosta mostra
    amostra exposta disposta imposta composta oposta osta poste hoste ^goste encoste oste mostre
    nota rota bota devota derrota gaivota idiota frota brota remota ignota voto remoto devoto ignoto
    terremoto foto ^moto noto ^boto noto lote mote ote nova prova cova trova renova inova ova provo trovo move
    nove chove comove ove jove promove paradoxo ortodoxo oxo sogra
    ideia assembleia plateia europeia geleia odisseia epopeia panaceia estreia colmeia traqueia
    boleia alcateia hebreia ateia judeia galileia medeia joia boia jiboia claraboia paranoia tramoia
    troia apoia heroico estoico oico oide asteroide eico proteico
    ^chore ^implore ^adore ^ignore ^more ^demore ^adora ^adoras iveram izeram iseram uderam useram
    ouberam ouxeram isseram ouveram vieram ^deram ^eram esperam onderam ideram emperam operam generam
    iverdes izerdes iserdes uderdes userdes ouberdes
    """

  static let closed = """
    eem ee er or oa esa eza edo ejo ez arroz oso oe oo ^e ^o eu ou
    lobo bobo globo beco seco
    reco pareco mereco esqueco conheco ofereco aconteco padeco adormeco desapareco obedeco
    apareco enlouqueco amanheco anoiteco envelheco agradeco ^preco berco ^berco terco
    cabeca esqueca mereca pareca conheca apareca desapareca padeca ofereca aconteca adormeca
    desca cresca nasca desco cresco floresca floresco condessa abadessa esse ^esse nesse
    espesso avesso gesso travesso
    eda seda vereda alameda labareda ^ceda rede parede chega chego chegue aconchega aconchego
    morcego borrego grego galego labrego negro negra eja egreja ^veja seja igreja
    estrela cabelo ^pelo camelo novelo cotovelo tornozelo modelo pesadelo cerebelo capelo
    dele nele aquele ^ele elha elho ^cera ^pera bebera cera endera erdera vivera movera escrevera devera
    correra morrera sofrera colhera volvera bebesse
    soberbo soberba perda esquerda esquerdo perca verde ermo termo enfermo enferma cerro bezerro
    concerto nervo cervo acervo fervo
    mesa presa surpresa defesa princesa preso aceso teso eso treze esca esco fresco mesma mesmo esmo
    crespo vespa cesta cesto ^este neste texto pretexto contexto sexto destra destro
    ceste endeste erdeste viveste moveste escreveste sofreste correste morreste creste
    eta eto ete preto preta prometo meto letra teve esteve obteve conteve deteve manteve reteve
    susteve deva escreva atreva escrevo devo trevo evo descreva mexa mexo
    vermelho conselho

    arroba loba boca oco coco soco ^toco toco doce moca moco poco pescoco caroco colosso osso
    grosso fosse fosso toda todo boda lodo engodo rodo mofo fofo fogo nojo tojo ^tola cebola bolo tolo
    miolo tijolo folha bolha escolha rolha colha recolha acolha escolho colho recolho acolho piolho
    repolho trambolho ferrolho ^arrolho golfo bolsa bolso envolto envolta absolto polvo volvo envolvo
    resolvo resolva volva envolva dissolva sopa popa topo coro soro dora tora sora ores
    professora senhor louro porco gorda gordo mordo morda forno morno corno corpo torre morra corra
    cachorro socorro morro corro gorro masmorra borra socorra percorra dorso morto porto torto
    absorto horto aborto corvo torvo esposa raposa mariposa esposo doze mosca rosca tosca tosco fosco
    conosco convosco connosco rosto agosto oposto disposto imposto composto exposto suposto mosto foste
    ostra rostro ^gota ^roto maroto esgoto piloto garoto gafanhoto canhoto mova movo comova comovo povo novo
    ovo roxo roxa coxa hoje oje osco
    ovelha eram erdes ^cor escondera respondera deca deco reco leco queco neco estremeco adereco
    """

  static let both = """
    ^gosto desgosto comeco apelo enterro almoco jogo choro rogo sopro ^olho molho ^forro troco
    ^posto gelo ^gelo zelo ^zelo selo ^selo acerto aperto conserto desterro ^erro emprego sossego apego
    peso ^peso desprezo esforco reforco conforto desconforto consolo desconsolo ^rolo decoro acordo adorno contorno
    retorno transtorno suborno ^torno sufoco alvoroco esboco interesse arremesso relevo enlevo
    renovo encosto aposto broto gozo sorvo jorro afogo desafogo despojo arrojo desvelo atropelo
    anelo ^cerca ^sede ^besta ^corte ^forca ^fora ^solto solta revolto ^colher ^dobro ^cobro estofo
    endereco ^seca ^deste ^desse ^rego governo ^pega ^meta ^tropeco ^tropeco ^toca ^leste ^rola ^enredo endosso
    """
}
