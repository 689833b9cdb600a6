/**
 * Names of datums without spaces and signs, and codes of geographic systems on them.
 * Made by scripts/make-datum-names.py from pyproj 3.8.0, PROJ 9.8.1: 342 names.
 */
export const datumNames = `
hungariandatum1909:3819 mgi1901:3906 greek:4120 greekathens:4120 kartastokoordinaattijarjestelma1966:4123 kkj:4123
riketskoordinatsystem1990:4124 rt1990:4124 tete:4127 observatario:4129 indian1960:4131 fd1958:4132 finaldatum1958:4132
pdo1993:4134 pdosurveydatum1993:4134 oldhawaiian:4135 puertorico:4139 israel1993:4141 locodjo1965:4142 abidjan1987:4143
kalianpur1937:4144 kalianpur1962:4145 kalianpur1975:4146 hanoi1972:4147 ch1903:4149 ch1903bern:4149 ch1903+:4150
rassadiran:4153 european1950ed77:4154 europeandatum19501977:4154 dabola1981:4155 sjtsk:4156
systemoftheunifiedtrigonometricalcadastralnetwork:4156 systemoftheunifiedtrigonometricalcadastralnetworkferro:4156
naparima1955:4158 europeanlibyan1979:4159 europeanlibyandatum1979:4159 chosmalal1914:4160 pampadelcastillo:4161
koreandatum1985:4162 southyemen:4164 bissau:4165 accra:4168 americansamoa1962:4169 sierraleone1968:4175
pulkovo194283:4178 pulkovo1942adj1983:4178 pulkovo194258:4179 pulkovo1942adj1958:4179 luxembourgreferenceframe:4181
azoresoccidentalislands1939:4182 azorescentralislands1948:4183 azoresorientalislands1940:4184 osni1952:4188
albanian1987:4191 douala1948:4192 manoca1962:4193 qoornoq1927:4194 qornoq1927:4194 scoresbysund1952:4195
ammassalik1958:4196 garoua:4197 kousseri:4198 pulkovo1995:4200 adindan:4201 australian1966:4202
australiangeodeticdatum1966:4202 australian1984:4203 australiangeodeticdatum1984:4203 ainelabd1970:4204 afgooye:4205
lisbon:4207 lisbon1937:4207 lisbon1937lisbon:4207 aratu:4208 arc1950:4209 arc1960:4210 batavia:4211 bataviajakarta:4211
barbados1938:4212 beduaram:4213 beijing1954:4214 bermuda1957:4216 bogota:4218 bogota1975:4218 bogota1975bogota:4218
camacupa:4220 camacupa1948:4220 campoinchauspe:4221 cape:4222 carthage:4223 carthageparis:4223 chua:4224
corregoalegre:4225 corregoalegre197072:4225 deirezzor:4227 egypt1907:4229 european1950:4230 europeandatum1950:4230
european1987:4231 europeandatum1987:4231 fahud:4232 hutzushan:4236 hutzushan1950:4236 hungarian1972:4237
hungariandatum1972:4237 indonesian1974:4238 indonesiandatum1974:4238 indian1954:4239 indian1975:4240 jamaica1969:4242
kandawala:4244 kertau:4245 kertau1968:4245 kuwaitoilcompany:4246 lacanoa:4247 provisionalsamerican1956:4248
provisionalsouthamericandatum1956:4248 leigon:4250 liberia1964:4251 luzon1911:4253 hitoxviii1963:4254 mahe1971:4256
malongo1987:4259 merchich:4261 massawa:4262 minna:4263 montemario:4265 montemariorome:4265 mporaloko:4266
northamerican1927:4267 northamericandatum1927:4267 nahrwan1967:4270 naparima1972:4271 newzealand1949:4272
newzealandgeodeticdatum1949:4272 ngo1948:4273 ngo1948oslo:4273 datum73:4274 nouvelletriangulationfrancaise:4275
nouvelletriangulationfrancaiseparis:4275 ntf:4275 ordnancesurveyofgreatbritain1936:4277 osgb1936:4277
palestine1923:4281 congo1960pointenoire:4282 pointenoire:4282 pulkovo1942:4284 qatar:4285 qatar1974:4285
amersfoort:4289 sapperhill1943:4292 schwarzeck:4293 tananarive1925:4297 tananarive1925paris:4297 timbalai1948:4298
tm65:4299 geodeticdatumof1965:4300 tm75:4300 tokyo:4301 trinidad1903:4302 nordsahara1959:4307 yacare:4309 yoff:4310
zanderij:4311 mgi:4312 militargeographischeinstitut:4312 militargeographischeinstitutferro:4312 belge1972:4313
reseaunationalbelge1972:4313 deutscheshauptdreiecksnetz:4314 conakry1905:4315 dealulpiscului1930:4316
dealulpiscului1933:4316 wgs1972:4322 worldgeodeticsystem1972:4322 wgs1972be:4324 wgs72transitbroadcastephemeris:4324
cadastre1997:4475 anguilla1957:4600 antigua1943:4601 dominica1945:4602 grenada1953:4603 montserrat1958:4604
stkitts1955:4605 stlucia1955:4606 stvincent1945:4607 hongkong1980:4611 gunungsegara:4613 qatarnationaldatum1995:4614
qnd1995:4614 portosanto1936:4615 selvagemgrande:4616 selvagemgrande1938:4616 southamerican1969:4618
southamericandatum1969:4618 point58:4620 fortmarigot:4621 guadeloupe1948:4622 sainteanne:4622
centrespatialguyanais1967:4623 csg1967:4623 fortdesaix:4625 martinique1938:4625 reunion1947:4626 tahiti1952:4628
tahiti52:4628 tahaa1954:4629 tahaa54:4629 ign72nukuhiva:4630 combani1950:4632 ign56lifou:4633 petrels1972:4636
pointegeologieperroud1950:4637 saintpierreetmiquelon1950:4638 mop78:4639 ign53mare:4641 st84iledespins:4642
st71belep:4643 nea74noumea:4644 reykjavik1900:4657 hjorsey1955:4658 helle1954:4660 ign72grandeterre:4662
portosanto1995:4663 azoresorientalislands1995:4664 azorescentralislands1995:4665 lisbon1890:4666 lisbon1890lisbon:4666
european1979:4668 europeandatum1979:4668 chathamisland1971:4672 chathamislandsdatum1971:4672 chathamislands1979:4673
chathamislandsdatum1979:4673 guam1963:4675 vientiane1982:4676 lao1993:4677 laonationaldatum1997:4678 jouik1961:4679
nouakchott1965:4680 gulshan303:4682 philippinereferencesystem1992:4683 gan1970:4684 fatuiva1972:4688 fatuiva72:4688
ign63hivaoa:4689 tahiti1979:4690 tahiti79:4690 moorea1987:4691 moorea87:4691 maupiti1983:4692 maupiti83:4692
katanga1955:4695 ign1962kerguelen:4698 kerguelenisland1949:4698 lepouce1934:4699
institutgeographiqueducongobelge1955:4701 mhastoffshore:4705 egyptgulfofsuezs650tl:4706 ternisland1961:4707
anna11965:4708 cocosislands1965:4708 beacone1945:4709 iwojima1945:4709 astrodos71:4710 dos714:4710 astro1952:4711
marcusisland1952:4711 ascensionisland1958:4712 ayabelle:4713 ayabellelighthouse:4713 bellevue:4714 bellevueign:4714
canton1966:4716 phoenixislands1966:4716 capecanaveral:4717 solomon1968:4718 easterisland1967:4719 fiji1986:4720
fijigeodeticdatum1986:4720 fiji1956:4721 ists0611968:4722 southgeorgia1968:4722 grandcayman1959:4723
grandcaymangeodeticdatum1959:4723 diegogarcia1969:4724 ists0731969:4724 johnstonisland1961:4725 littlecayman1961:4726
sisterislandsgeodeticdatum1961:4726 midway1961:4727 picodelasnieves:4728 picodelasnieves1984:4728 pitcairn1967:4729
santo1965:4730 santodos1965:4730 marshallislands1960:4732 wakeeniwetok1960:4732 wakeisland1952:4733 tristan1968:4734
kusaie1951:4735 deceptionisland:4736 hongkong196367:4739 parametropzemp1990:4740 parametryzemli1990:4740
faroedatum1954:4741 karbala1979:4743 karbala1979polservice:4743 nahrwan1934:4744 vanualevu1915:4748 kertaurso:4751
vitilevu1912:4752 libyangeodeticdatum2006:4754 tokyo1892:5132 sjtsk05:5228 sjtsk05ferro:5228
systemoftheunifiedtrigonometricalcadastralnetwork05:5228 systemoftheunifiedtrigonometricalcadastralnetwork05ferro:5228
srilankadatum1999:5233 ocotepeque1935:5451 southamericandatum196996:5527 ukraine2000:5561
deutschebahnreferencesystem:5681 nepal1981:6207 nepalnagarkot:6207 bioko:6883 southeastisland1943:6892 gambia:6894
geodezicheskayasistemakoordinat2011:7683 sjtskjtsk03:8351 systemoftheunifiedtrigonometricalcadastralnetworkjtsk03:8351
macao1920:8428 camacupa2015:8694 tapiaike:9248 ministeriodemarinanorte:9251 ministeriodemarinasur:9253
picodelasnieves1968:9403 parametryzemli199011:9475 saba:10636 sinteustatius:10736 bonaire:10758
`;
