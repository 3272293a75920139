/// Words divided and stressed by hand, by convention 1 and 2 of the design, before the code was run:
/// a seeded draw from each class of difficulty, and words that grammars discuss.
enum HardWords {
  /// `syl-la-bles stress`; the hyphens of the word itself are written `=`.
  static func entries(_ text: String) -> [(word: String, division: String, stress: Int)] {
    text.split(whereSeparator: \.isWhitespace).map { entry in
      let fields = entry.split(separator: "/")
      let division = fields[0].replacing("=", with: "-")
      let word = fields[0].replacing("-", with: "").replacing("=", with: "-")
      return (String(word), String(division), Int(fields[1]) ?? 0)
    }
  }

  static let accents = """
    di-vór-cio/2 o-pe-rá-rios/2 á-ci-do/3 há/1 pu-di-cí-cia/2 eu-ro-péi-as/2 pró-te-se/3
    re-ve-rên-cia/2 e-gré-gio/2 re-mi-nis-cên-cia/2 sa-cri-fí-cios/2 fi-si-o-ló-gi-co/3
    a-ces-sí-vel/2 al-guém/1 me-ta-lúr-gi-cos/3 tre-nó/1 pa-râ-me-tro/3 ca-ma-rá-rio/2
    de-mo-grá-fi-cas/3 fe-nô-me-nos/3 fer-ro-vi-á-rias/2 au-di-tó-rio/2 pe-rí-cias/2 né-dios/2
    vi-o-lên-cia/2 plá-ci-da/3 ar-qui-pé-la-go/3 i-né-di-to/3 cí-lio/2 lé-gua/2 or-quí-dea/2
    má-goa/2 tê-nue/2 sé-rie/2 ár-duo/2 ru-í-do/2 ba-ú/1 sa-ú-de/2 lâm-pa-da/3 a-çú-car/2
    lá-pis/2 bí-ceps/2 ór-gão/2 ór-fã/2 bên-çãos/2 in-glês/1 pa-péis/1 he-rói/1 céu/1
    cons-ti-tu-í-do/2 gra-ú-na/2 con-te-ú-do/2 ba-í-a/2 pe-rí-o-do/3 vi-ú-vo/2
    """
  static let hiatus = """
    pe-nais/1 nou-tes/2 su-a-da/2 ca-pa-ci-ta-ção/1 ro-a/2 go-le-ou/1 com-pen-sou/1
    tur-bu-lên-cia/2 bai-xa-da/2 ca-va-lei-ros/2 a-fir-mou/1 lu-tu-o-sa/2 con-cep-ção/1 pi-o-res/2
    tra-ir/1 fi-nan-ci-a-men-tos/2 in-dig-na-ção/1 mão/1 co-mer-ci-a-li-za-ções/1
    con-ven-ci-o-nais/1 sa-tis-fa-tó-ria/2 am-pu-ta-ção/1 meus/1 de-sen-ca-de-a-da/2 au-sen-tes/2
    á-ria/2 cor-rup-ção/1 re-a-le-jo/2 ga-ro-a/2 mi-o-lo/2 vi-o-la/2 cam-pa-i-nha/2 pa-ul/1
    a-men-do-im/1 dis-tra-ir/1 re-u-ni-ão/1 pro-i-bi-do/2 co-in-qui-li-no/2 tra-iu/1 re-ca-iu/1
    al-dei-a/2 ar-roi-o/2 sa-mam-bai-a/2 des-cui-dar/1 ui-vo/2 re-tri-bu-ir/1
    con-tri-bu-in-do/2 o-ri-un-do/2 ar-ru-i-nar/1 de-sa-guou/1 ra-iz/1 ju-iz/1 ju-i-za-do/2
    ra-i-nha/2 mo-i-nho/2 vi-u-vez/1 mi-u-de-za/2 ci-u-men-to/2 cai-xa/2 mui-to/2 sai-a/2
    a-le-lui-a/2 ma-go-ar/1 po-e-si-a/2 po-e-ta/2 co-o-pe-rar/1 ál-co-ol/3 ve-em/2 en-jo-o/2
    ao/1 aos/1 ca-iu/1 fu-giu/1 cons-tru-iu/1 vi-e-ram/2 a-in-da/2 ju-í-zo/2 fa-is-car/1 sai-bro/2
    cons-ti-tui/1 a-zuis/1 re-u-nir/1 coi-sa/2 Co-im-bra/2 tri-un-fo/2 flui-do/2 gra-tui-to/2 bair-ro/2 pai-zi-nho/2 ra-í-zes/2
    en-ra-i-zar/1 Lu-iz/1
    """
  static let clusters = """
    con-tra-par-ti-da/2 man-che-te/2 sig-ni-fi-ca/2 ul-tra-pas-sa-dos/2 lin-cha-men-tos/2
    pul-cros/2 re-en-con-tro/2 um-brais/1 in-flu-en-ci-a-dos/2 os-tras/2 ar-cho-te/2
    com-ple-xas/2 in-clu-í-a/2 ex-plo-ra-do/2 in-clu-si-ve/2 sub-me-ter/1 en-tris-te-ci-da/2
    con-tem-pla-mos/2 en-con-tra-das/2 com-pro-va-da-men-te/2 trans-tor-na/2 im-pre-ci-so/2
    es-cru-tí-nio/2 de-zem-bro/2 en-tra-da/2 es-tréi-a/2 fac-tu-ra-ção/1 en-tre-vis-ta-do/2
    ad-ven-to/2 ob-tu-so/2 subs-tra-to/2 nas-cen-te/2 ins-pi-rar/1 pers-pec-ti-va/2 cons-tar/1
    ex-ce-len-te/2 ex-ce-to/2 cres-ço/2 pás-sa-ro/3 ter-ra/2 psi-co-lo-gi-a/2 gno-mo/2
    pneu-má-ti-co/3 rit-mo/2 dig-no/2 ap-to/2 téc-ni-ca/3 ab-sur-do/2 tungs-tê-nio/2
    felds-pa-to/2 a-tlân-ti-co/3 op-ção/1 af-ta/2 quart-zo/2 blo-co/2 obs-cu-ro/2
    """
  static let quGu = """
    guar-da-do/2 pes-qui-sas/2 i-ra-qui-a-nas/2 es-quer-do/2 bos-ques/2 da-que-las/2 se-guin-do/2
    se-gui-dos/2 pre-gui-ço-sa/2 a-de-qua-das/2 por-tu-gue-ses/2 ar-qui-vos/2 quei-xo/2
    tran-qui-los/2 qua-drú-pe-de/3 e-quó-reo/2 que-bre/2 que-re-mos/2 guar-da-do-res/2
    qua-tor-ze/2 que-rí-a-mos/3 cho-ques/2 du-que/2 qui-ta-do/2 des-fal-ques/2
    ques-ti-o-na-men-to/2 se-que-la/2 un-guen-to/2 fre-quen-te/2 fre-qüen-te/2 lín-gua/2
    lin-guís-ti-ca/3 a-guen-tar/1 gui-tar-ra/2 quo-ta/2 Pa-ra-guai/1 U-ru-guai/1 quais-quer/1
    quan-do/2 a-quo-so/2 am-bí-guo/2 e-ques-tre/2 en-xá-gue/2 quão/1 i-guais/1
    """
  static let nasals = """
    na-ção/1 men-ção/1 nas-cem/2 i-tens/2 fi-de-li-za-ção/1 co-me-ça-ram/2 des-cri-ções/1
    ba-te-ram/2 des-tru-i-ção/1 que-rem/2 par-ti-ci-pam/2 dei-xa-vam/2 an-te-ma-nhã/1
    to-ca-vam/2 fei-ções/1 pres-são/1 de-mons-tra-ção/1 a-de-ri-ram/2 ser-vi-ram/2 sur-gi-ram/2
    par-ti-ci-pa-ção/1 fins/1 fi-gu-ram/2 de-mo-li-ção/1 vã/1 bons/1 re-cla-ma-vam/2 pres-sões/1
    mães/1 põem/1 com-põe/1 ir-mã-zi-nha/2 cãi-bra/2 ho-mens/2 vin-tém/1 ar-ma-zéns/1 a-lém/1
    co-mum/1 jar-dim/1 jar-dins/1 ba-tom/1 a-ma-ram/2 a-ma-rão/1 cris-tã-men-te/2 í-mã/2
    Gui-ma-rães/1 ca-pi-tães/1 ro-mã/1 pão-zi-nho/2 mui-tís-si-mo/3 hí-fen/2 pó-len/2
    """
  static let prefixes = """
    tran-si-tó-ria/2 sub-me-tra-lha-do-ras/2 in-gle-ses/2 a-den-tro/2 des-pa-cha/2 a-bu-tres/2
    des-gos-tos/2 in-ver-sa/2 des-pe-da-çan-do/2 ab-rup-ta/2 des-fa-zen-do/2 des-can-so/2
    in-cóg-ni-ta/3 a-di-ci-o-nais/1 des-ven-dar/1 i-nun-da-ção/1 de-sa-cor-do/2 sub-si-di-á-ria/2
    su-bi-das/2 in-fre-ne/2 a-bun-dan-tes/2 des-fi-ar/1 con-tra-í-do/2 in-va-são/1
    in-si-nu-a-ção/1 su-bi-dos/2 sub-lin-gual/1 sub-li-nhar/1 su-bli-me/2 sub-ro-gar/1
    su-ba-li-men-ta-do/2 su-bor-di-nar/1 tran-sa-tlân-ti-co/3 bi-sa-vó/1 de-sen-ter-rar/1
    i-nú-til/2 re-e-le-ger/1 re-i-te-rar/1 co-e-xis-tir/1 a-no-ma-li-a/2 in-te-rur-ba-no/2
    de-su-ma-no/2 e-xau-rir/1 o-bli-te-rar/1 a-brir/1 a-dre-na-li-na/2
    """
  static let hyphens = """
    pro-cu-rar=se/2 a-má=lo/2 en-xer-ga=se/3 ma-ni-fes-tar=se/2 di-re-tor=ge-ral/1 man-tém=se/2
    si-tu-a=se/3 ou-vi=la/2 pro-jec-tos=pi-lo-to/2 sen-tar=se/2 pro-cu-ra-do-ra=ge-ral/1
    ha-vê=la/2 deu=lhe/2 re-fe-ri-a=se/3 sen-tir=me/2 fa-zê=la/2 vê=me/2 a-co-lhe=me/3
    mei-as=fi-nais/1 ve-jo=as/3 de-sig-nar=se/2 vê=la/2 a-mar=me/2 ex=pro-cu-ra-dor/1
    sex-ta=fei-ra/2 ins-cre-ver=se/2 tor-na=la/3 ex=lí-der/2 con-tou=lhe/2 ver=te=ei/1
    can-tá-va-mos=lhe/4 guar-da=chu-va/2 diz=se/2 a-mo=te/3 dar=lhe=í-a-mos/3 a-ma-nhã/1
    par-ti=lo/2 dá=se=lhe/3 bem=te=vi/1 cor=de=ro-sa/2 a-mar=te=ão/1 pa-ra=que-das/2
    """
  static let capitals = """
    Pu-rus/1 Su-ri-a-di/1 Ca-si-mi-ro/2 Ca-va-das/2 Al-gar-ves/2 Mal-di-va/2 Cam-bo-im/1
    Bi-ó-ti-cos/3 LIS-BO-A/2 Deus/1 Je-sus/1 Ma-ri-a/2 Jo-ão/1 Jo-sé/1 Ca-mões/1 Lu-ís/1
    I-nês/1 Vi-e-na/2 Bra-sil/1 Por-tu-gal/1 Ca-ta-ri-na/2 Da-vid/1 Is-ra-el/1 E-gi-to/2
    Á-fri-ca/3 VÊ-NUS/2 A-dri-a-no/2 Eu-ro-pa/2 Or-feu/1 Mi-nho/2
    """
  static let old = """
    vi-u-vas/2 dei-xae/1 des-pré-zo/2 de-vo-ta/2 me-cha-ni-ca/3 ef-fei-to/2 su-bi-ta/3
    ar-bi-trio/2 va-si-o/2 ro-ma-gem/2 at-ten-to/2 ac-ce-zos/2 mys-ti-ca/3 pos-ti-go/2
    ba-fa-gem/2 mys-te-ri-o-so/2 ten-ta-dor/1 des-dens/1 es-tre-me-ci-a/2 fa-taes/1
    ve-he-men-te/2 im-pa-vi-do/3 a-pho-ris-mos/2 ex-tra-nho/2 mo-di-lhos/2 cáe/1 im-men-sas/2
    her-va/2 el-la/2 phi-lo-so-phi-a/2 céo/1 pae/1 ge-raes/1 thro-no/2 chris-tão/1 lan-gui-do/3
    es-tra-nhou/1 ha-vi-a/2 glo-ria/2 pal-li-do/3 d'a-mor/1 n'u-ma/2 sa-u-de/2 pa-ra-i-so/2 ma-chi-na/3 só-men-te/2
    só-si-nho/2 pu-ris-si-ma/3 a-ma-vel/2 ra-ci-o-nal/1 mi-nh'al-ma/2 es-p'ran-ça/2
    """
  static let all: [(name: String, text: String)] = [
    ("accents", accents), ("hiatus", hiatus), ("clusters", clusters), ("qu, gu", quGu),
    ("nasals", nasals), ("prefixes", prefixes), ("hyphens", hyphens), ("capitals", capitals),
    ("old spelling", old),
  ]
}
