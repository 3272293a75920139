/// The endings of `HeightEndings`, by height, sorted from their last letter.
///
/// Drawn up by hand from the rules of grammars and their exceptions, then checked against the rhymes
/// that octaves, quatrains, sextets and tenths of verse in the public domain require: an ending that
/// lost to the poets more often than not was corrected.
enum HeightLists {
  /// é and ó.
  static let open = """
    eba eca oca porca pesca moeda queda moda poda roda soda herda borda corda mofa farofa
    ega olga oga velha olha desfolha panaceia medeia ideia judeia assembleia geleia galileia
    boleia colmeia epopeia europeia hebreia estreia odisseia ateia traqueia boia joia
    tramoia paranoia apoia troia inveja oja ela bela ola palerma forma norma quaresma erna
    orna epa copa galopa tropa europa topa obra era lacera sincera alegra regra sogra ora
    ^adora opra erra jorra mestra orquestra mostra lesa pesa osa rosa prosa ersa essa fossa
    nossa possa grossa vossa infecta secta asceta afeta profeta exegeta dieta quieta projeta
    seleta dileta obsoleta repleta completa atleta ^neta bisneta poeta reta interpreta ^seta
    esteta escolta volta ota erta orta esta osta ^eva ^ceva leva neva treva ova erva torva
    ^reza ^preza despreza sobe ece precoce torce esce ede ^adrede oide ode herde perde orde
    efe estrofe oge erge olhe pele revele ole germe inerme verme orme erne ^pe epe golpe ope
    obre ere alegre ^adore ^chore ^implore ^more ^demore ^ignore sopre erre corre jorre
    morre estre mostre tese ose oubesse cesse udesse confesse viesse apresse isesse issesse
    usesse atravesse ivesse ouvesse ouxesse izesse posse tosse arrebete dete inquiete
    chiclete omelete reflete complete ^mete submete remete comete promete repete compete
    derrete ^sete basquete volte ote erte orte este oste egue ogue ergue osque deve ^leve
    eleve ^neve breve escreve inscreve greve atreve olve ove erve sorve ^reze ^preze
    despreze el ol ^eram ouberam ^deram ideram onderam uderam vieram generam emperam operam
    esperam iseram isseram useram iveram ouveram ouxeram izeram ecem volvem acerbo verbo eco
    boneco eico oico foco bloco evoco invoco provoco pesco credo modo lerdo bordo recordo
    ego logo ergo evangelho velho elo flagelo singelo donzelo colo polo solo erno epo copo
    ero adoro imploro canoro ignoro sonoro poro devoro berro ferro etro ^so erso remorso
    esso nosso posso vosso aspecto alfabeto exceto ^feto afeto quieto objeto projeto dialeto
    seleto predileto obsoleto repleto completo ^neto trineto bisneto ^reto decreto secreto
    concreto discreto direto interpreto correto inseto ^teto arquiteto ^veto ^boto foto
    ^moto remoto noto voto aberto liberto coberto certo perto deserto esto incesto levo
    provo trovo servo exo oxo ^rezo ^prezo talher ^mulher mister ^quer sequer qualquer redor
    melhor maior pior menor suor elas ^adoras osas grossas ouberdes uderdes iserdes userdes
    iverdes izerdes ^adores redores ^chores melhores maiores piores menores pocos carocos
    esforcos porcos fogos jogos olhos ^olhos abrolhos miolos tijolos cornos fornos corpos
    coros socorros osos ossos grossos ortos mortos portos tortos postos impostos compostos
    opostos dispostos expostos ovos novos povos ^dez oz
    """

  /// ê and ô.
  static let closed = """
    ^beba receba loba arroba soberba cabeca deca conheca adormeca pareca ofereca mereca
    aconteca esqueca boca moca perca nasca esca mosca rosca tosca eda boda toda perda
    esquerda gorda morda chega elha ovelha bolha colha folha rolha eja estrela cebola ^tola
    enferma mesma oa popa sopa vespa bebera cera endera escondera respondera erdera colhera
    ^pera sofrera correra morrera devera escrevera vivera volvera movera negra dora sora
    tora borra corra morra letra destra ostra esa bolsa raposa mariposa esposa abadessa
    condessa espessa eta preta envolta ^gota cesta deva escreva atreva resolva dissolva
    volva mova mexa coxa roxa eza ^e doce rede verde ee oje ^ele dele nele aquele oe torre
    esse fosse ete ^este ceste endeste erdeste neste creste sofreste correste morreste
    escreveste viveste moveste foste chegue teve treze doze eram eem ^o bobo lobo soberbo
    beco deco envelheco amanheco conheco leco estremeco adormeco neco reco seco anoiteco
    aconteco queco oco poco caroco berco terco porco esco osco edo engodo lodo rodo todo
    esquerdo gordo mordo golfo fofo mofo morcego chego galego labrego grego borrego fogo
    elho trambolho colho acolho recolho escolho piolho repolho ^arrolho ferrolho ejo nojo
    tojo cabelo pesadelo modelo camelo ^pelo capelo novelo cotovelo tornozelo bolo miolo
    tijolo tolo ermo esmo corno forno morno oo topo corpo crespo negro coro soro cerro
    bezerro corro socorro gorro cachorro morro destro rostro louro eso bolso oso esposo
    dorso gesso espesso avesso osso fosso colosso grosso eto absolto envolto esgoto canhoto
    gafanhoto piloto ^roto garoto maroto concerto aborto horto morto porto absorto torto
    cesto agosto mosto imposto composto oposto disposto suposto exposto rosto sexto texto
    evo polvo resolvo volvo ovo movo comovo novo povo cervo fervo nervo corvo torvo mexo
    roxo er or erdes ores eu ou ez arroz
    """

  /// Noun and verb, or two nouns, of one spelling: *o gosto*, *eu gosto*.
  static let both = """
    ^seca ^cerca ^forca ^pega ^rola ^fora ^meta solta ^besta ^sede ^desse interesse ^corte
    ^deste comeco ^tropeco endereco esboco sufoco almoco alvoroco troco reforco esforco
    ^enredo acordo estofo apego ^rego emprego sossego afogo desafogo jogo rogo ^olho molho
    despojo arrojo gelo anelo apelo atropelo selo desvelo zelo ^rolo consolo governo suborno
    adorno ^torno retorno contorno transtorno ^cobro ^dobro decoro choro sopro ^erro enterro
    desterro ^forro jorro peso arremesso endosso ^solto revolto broto acerto aperto conserto
    conforto desconforto encosto ^gosto desgosto ^posto aposto relevo enlevo renovo sorvo
    desprezo gozo ^colher
    """
}
