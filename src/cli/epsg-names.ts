/**
 * Names of the EPSG registry, packed; `crs-text.ts` reads them, and tells their form.
 * Made by scripts/make-epsg-names.py from pyproj 3.8.0, PROJ 9.8.1: 7141 systems.
 */
export const epsgNames = `2000 Anguilla 1957 / British West Indies Grid
 Antigua 1943 / British West Indies Grid
 Dominica 1945 / British West Indies Grid
 Grenada 1953 / British West Indies Grid
 Montserrat 1958 / British West Indies Grid
 St. Kitts 1955 / British West Indies Grid
 St. Lucia 1955 / British West Indies Grid
 St. Vincent 45 / British West Indies Grid
 NAD27(CGQ77) / SCoPQ zone 2
 NAD27(CGQ77) / SCoPQ zone 3
 NAD27(CGQ77) / SCoPQ zone 4
 NAD27(CGQ77) / SCoPQ zone 5
 NAD27(CGQ77) / SCoPQ zone 6
 NAD27(CGQ77) / SCoPQ zone 7
 NAD27(CGQ77) / SCoPQ zone 8
 NAD27(CGQ77) / SCoPQ zone 9
 NAD27(CGQ77) / SCoPQ zone 10
 NAD27(76) / MTM zone 8
 NAD27(76) / MTM zone 9
 NAD27(76) / MTM zone 10
 NAD27(76) / MTM zone 11
 NAD27(76) / MTM zone 12
 NAD27(76) / MTM zone 13
 NAD27(76) / MTM zone 14
 NAD27(76) / MTM zone 15
 NAD27(76) / MTM zone 16
 NAD27(76) / MTM zone 17
 NAD27(76) / UTM zone 15N
 NAD27(76) / UTM zone 16N
 NAD27(76) / UTM zone 17N
 NAD27(76) / UTM zone 18N
 NAD27(CGQ77) / UTM zone 17N
 NAD27(CGQ77) / UTM zone 18N
 NAD27(CGQ77) / UTM zone 19N
 NAD27(CGQ77) / UTM zone 20N
 NAD27(CGQ77) / UTM zone 21N
 NAD83(CSRS98) / New Brunswick Stereo
 NAD83(CSRS98) / UTM zone 19N
 NAD83(CSRS98) / UTM zone 20N
 Israel 1993 / Israeli TM Grid
 Locodjo 1965 / UTM zone 30N
 Abidjan 1987 / UTM zone 30N
 Locodjo 1965 / UTM zone 29N
 Abidjan 1987 / UTM zone 29N
 Hanoi 1972 / Gauss-Kruger zone 18
 Hanoi 1972 / Gauss-Kruger zone 19
 Hartebeesthoek94 / Lo15
 Hartebeesthoek94 / Lo17
 Hartebeesthoek94 / Lo19
 Hartebeesthoek94 / Lo21
 Hartebeesthoek94 / Lo23
 Hartebeesthoek94 / Lo25
 Hartebeesthoek94 / Lo27
 Hartebeesthoek94 / Lo29
 Hartebeesthoek94 / Lo31
 Hartebeesthoek94 / Lo33
 CH1903+ / LV95
 Rassadiran / Nakhl e Taqi
 ED50(ED77) / UTM zone 38N
 ED50(ED77) / UTM zone 39N
 ED50(ED77) / UTM zone 40N
 ED50(ED77) / UTM zone 41N
 Madrid 1870 (Madrid) / Spain LCC
 Dabola 1981 / UTM zone 28N
 Dabola 1981 / UTM zone 29N
 S-JTSK (Ferro) / Krovak
 Mount Dillon / Tobago Grid
 Naparima 1955 / UTM zone 20N
 ELD79 / Libya zone 5
 ELD79 / Libya zone 6
 ELD79 / Libya zone 7
 ELD79 / Libya zone 8
 ELD79 / Libya zone 9
 ELD79 / Libya zone 10
 ELD79 / Libya zone 11
 ELD79 / Libya zone 12
 ELD79 / Libya zone 13
 ELD79 / UTM zone 32N
 ELD79 / UTM zone 33N
 ELD79 / UTM zone 34N
 ELD79 / UTM zone 35N
 Chos Malal 1914 / Argentina 2
 Pampa del Castillo / Argentina 2
 Hito XVIII 1963 / Argentina 2
 Hito XVIII 1963 / UTM zone 19S
 NAD27 / Cuba Norte
 NAD27 / Cuba Sur
 ELD79 / TM 12 NE
 Carthage / TM 11 NE
 Yemen NGN96 / UTM zone 38N
 Yemen NGN96 / UTM zone 39N
 South Yemen / Gauss Kruger zone 8
 South Yemen / Gauss Kruger zone 9
 Hanoi 1972 / GK 106 NE
 WGS 72BE / TM 106 NE
 Bissau / UTM zone 28N
 Korean 1985 / East Belt
 Korean 1985 / Central Belt
 Korean 1985 / West Belt
 Qatar 1948 / Qatar Grid
 GGRS87 / Greek Grid
 Lake / Maracaibo Grid M1
 Lake / Maracaibo Grid
 Lake / Maracaibo Grid M3
 Lake / Maracaibo La Rosa Grid
 NZGD2000 / Mount Eden 2000
 NZGD2000 / Bay of Plenty 2000
 NZGD2000 / Poverty Bay 2000
 NZGD2000 / Hawkes Bay 2000
 NZGD2000 / Taranaki 2000
 NZGD2000 / Tuhirangi 2000
 NZGD2000 / Wanganui 2000
 NZGD2000 / Wairarapa 2000
 NZGD2000 / Wellington 2000
 NZGD2000 / Collingwood 2000
 NZGD2000 / Nelson 2000
 NZGD2000 / Karamea 2000
 NZGD2000 / Buller 2000
 NZGD2000 / Grey 2000
 NZGD2000 / Amuri 2000
 NZGD2000 / Marlborough 2000
 NZGD2000 / Hokitika 2000
 NZGD2000 / Okarito 2000
 NZGD2000 / Jacksons Bay 2000
 NZGD2000 / Mount Pleasant 2000
 NZGD2000 / Gawler 2000
 NZGD2000 / Timaru 2000
 NZGD2000 / Lindis Peak 2000
 NZGD2000 / Mount Nicholas 2000
 NZGD2000 / Mount York 2000
 NZGD2000 / Observation Point 2000
 NZGD2000 / North Taieri 2000
 NZGD2000 / Bluff 2000
 NZGD2000 / UTM zone 58S
 NZGD2000 / UTM zone 59S
 NZGD2000 / UTM zone 60S
 Accra / Ghana National Grid
 Accra / TM 1 NW
 NAD27(CGQ77) / Quebec Lambert
 NAD83(CSRS98) / SCoPQ zone 2
 NAD83(CSRS98) / MTM zone 3
 NAD83(CSRS98) / MTM zone 4
 NAD83(CSRS98) / MTM zone 5
 NAD83(CSRS98) / MTM zone 6
 NAD83(CSRS98) / MTM zone 7
 NAD83(CSRS98) / MTM zone 8
 NAD83(CSRS98) / MTM zone 9
 NAD83(CSRS98) / MTM zone 10
 NAD83(CSRS98) / UTM zone 21N
 NAD83(CSRS98) / UTM zone 18N
 NAD83(CSRS98) / UTM zone 17N
 NAD83(CSRS98) / UTM zone 13N
 NAD83(CSRS98) / UTM zone 12N
 NAD83(CSRS98) / UTM zone 11N
 RGF93 v1 / Lambert-93
 American Samoa 1962 / American Samoa Lambert
 NAD83(HARN) / UTM zone 59S
 IRENET95 / Irish Transverse Mercator
 IRENET95 / UTM zone 29N
 Sierra Leone 1924 / New Colony Grid
 Sierra Leone 1924 / New War Office Grid
 Sierra Leone 1968 / UTM zone 28N
 Sierra Leone 1968 / UTM zone 29N
 US National Atlas Equal Area
 Locodjo 1965 / TM 5 NW
 Abidjan 1987 / TM 5 NW
 Pulkovo 1942(83) / Gauss Kruger zone 3
 Pulkovo 1942(83) / Gauss Kruger zone 4
 Pulkovo 1942(83) / Gauss Kruger zone 5
 LUREF / Luxembourg TM
 MGI / Slovenia Grid
 Pulkovo 1942(58) / Poland zone I
 Pulkovo 1942(58) / Poland zone II
 Pulkovo 1942(58) / Poland zone III
 Pulkovo 1942(58) / Poland zone IV
 Pulkovo 1942(58) / Poland zone V
 ETRF2000-PL / CS2000/15
 ETRF2000-PL / CS2000/18
 ETRF2000-PL / CS2000/21
 ETRF2000-PL / CS2000/24
 ETRF2000-PL / CS92
8 Azores Occidental 1939 / UTM zone 25N
 Azores Central 1948 / UTM zone 26N
 Azores Oriental 1940 / UTM zone 26N
 Madeira 1936 / UTM zone 28N
 ED50 / France EuroLambert
 NZGD2000 / New Zealand Transverse Mercator 2000
 American Samoa 1962 / American Samoa Lambert
 NAD83(HARN) / UTM zone 2S
 ETRS89 / Kp2000 Jutland
 ETRS89 / Kp2000 Zealand
 ETRS89 / Kp2000 Bornholm
 Albanian 1987 / Gauss Kruger zone 4
 ATS77 / New Brunswick Stereographic (ATS77)
 REGVEN / UTM zone 18N
 REGVEN / UTM zone 19N
 REGVEN / UTM zone 20N
 NAD27 / Tennessee
 NAD83 / Kentucky North
 ED50 / 3-degree Gauss-Kruger zone 9
 ED50 / 3-degree Gauss-Kruger zone 10
 ED50 / 3-degree Gauss-Kruger zone 11
 ED50 / 3-degree Gauss-Kruger zone 12
 ED50 / 3-degree Gauss-Kruger zone 13
 ED50 / 3-degree Gauss-Kruger zone 14
 ED50 / 3-degree Gauss-Kruger zone 15
 ETRS89 / TM 30 NE
 Douala 1948 / AOF west
 Manoca 1962 / UTM zone 32N
 Qoornoq 1927 / UTM zone 22N
 Qoornoq 1927 / UTM zone 23N
 Scoresbysund 1952 / Greenland zone 5 east
 ATS77 / UTM zone 19N
 ATS77 / UTM zone 20N
 Scoresbysund 1952 / Greenland zone 6 east
 NAD83 / Arizona East (ft)
 NAD83 / Arizona Central (ft)
 NAD83 / Arizona West (ft)
 NAD83 / California zone 1 (ftUS)
 NAD83 / California zone 2 (ftUS)
 NAD83 / California zone 3 (ftUS)
 NAD83 / California zone 4 (ftUS)
 NAD83 / California zone 5 (ftUS)
 NAD83 / California zone 6 (ftUS)
 NAD83 / Colorado North (ftUS)
 NAD83 / Colorado Central (ftUS)
 NAD83 / Colorado South (ftUS)
 NAD83 / Connecticut (ftUS)
 NAD83 / Delaware (ftUS)
 NAD83 / Florida East (ftUS)
 NAD83 / Florida West (ftUS)
 NAD83 / Florida North (ftUS)
 NAD83 / Georgia East (ftUS)
 NAD83 / Georgia West (ftUS)
 NAD83 / Idaho East (ftUS)
 NAD83 / Idaho Central (ftUS)
 NAD83 / Idaho West (ftUS)
 NAD83 / Indiana East (ftUS)
 NAD83 / Indiana West (ftUS)
 NAD83 / Kentucky North (ftUS)
 NAD83 / Kentucky South (ftUS)
 NAD83 / Maryland (ftUS)
 NAD83 / Massachusetts Mainland (ftUS)
 NAD83 / Massachusetts Island (ftUS)
 NAD83 / Michigan North (ft)
 NAD83 / Michigan Central (ft)
 NAD83 / Michigan South (ft)
 NAD83 / Mississippi East (ftUS)
 NAD83 / Mississippi West (ftUS)
 NAD83 / Montana (ft)
 NAD83 / New Mexico East (ftUS)
 NAD83 / New Mexico Central (ftUS)
 NAD83 / New Mexico West (ftUS)
 NAD83 / New York East (ftUS)
 NAD83 / New York Central (ftUS)
 NAD83 / New York West (ftUS)
 NAD83 / New York Long Island (ftUS)
 NAD83 / North Carolina (ftUS)
 NAD83 / North Dakota North (ft)
 NAD83 / North Dakota South (ft)
 NAD83 / Oklahoma North (ftUS)
 NAD83 / Oklahoma South (ftUS)
 NAD83 / Oregon North (ft)
 NAD83 / Oregon South (ft)
 NAD83 / Pennsylvania North (ftUS)
 NAD83 / Pennsylvania South (ftUS)
 NAD83 / South Carolina (ft)
 NAD83 / Tennessee (ftUS)
 NAD83 / Texas North (ftUS)
 NAD83 / Texas North Central (ftUS)
 NAD83 / Texas Central (ftUS)
 NAD83 / Texas South Central (ftUS)
 NAD83 / Texas South (ftUS)
 NAD83 / Utah North (ft)
 NAD83 / Utah Central (ft)
 NAD83 / Utah South (ft)
 NAD83 / Virginia North (ftUS)
 NAD83 / Virginia South (ftUS)
 NAD83 / Washington North (ftUS)
 NAD83 / Washington South (ftUS)
 NAD83 / Wisconsin North (ftUS)
 NAD83 / Wisconsin Central (ftUS)
 NAD83 / Wisconsin South (ftUS)
 ATS77 / Prince Edward Isl. Stereographic (ATS77)
 NAD83(CSRS98) / Prince Edward Isl. Stereographic (NAD83)
 NAD83(CSRS98) / Prince Edward Isl. Stereographic (NAD83)
2 ATS77 / MTM Nova Scotia zone 4
 ATS77 / MTM Nova Scotia zone 5
 Ammassalik 1958 / Greenland zone 7 east
 Qornoq 1927 / Greenland zone 1 east
 Qornoq 1927 / Greenland zone 2 east
 Qoornoq 1927 / Greenland zone 2 west
 Qornoq 1927 / Greenland zone 3 east
 Qoornoq 1927 / Greenland zone 3 west
 Qornoq 1927 / Greenland zone 4 east
 Qoornoq 1927 / Greenland zone 4 west
 Qoornoq 1927 / Greenland zone 5 west
 Qoornoq 1927 / Greenland zone 6 west
 Qoornoq 1927 / Greenland zone 7 west
 Qoornoq 1927 / Greenland zone 8
 Batavia / TM 109 SE
 WGS 84 / TM 116 SE
 WGS 84 / TM 132 SE
 WGS 84 / TM 6 NE
 Garoua / UTM zone 33N
 Kousseri / UTM zone 33N
 Trinidad 1903 / Trinidad Grid (ftCla)
 Campo Inchauspe / UTM zone 19S
 Campo Inchauspe / UTM zone 20S
 PSAD56 / ICN Regional
 Ain el Abd / Aramco Lambert
 ED50 / TM27
 ED50 / TM30
 ED50 / TM33
 ED50 / TM36
 ED50 / TM39
 ED50 / TM42
 ED50 / TM45
 Hong Kong 1980 Grid System
 Xian 1980 / Gauss-Kruger zone 13
 Xian 1980 / Gauss-Kruger zone 14
 Xian 1980 / Gauss-Kruger zone 15
 Xian 1980 / Gauss-Kruger zone 16
 Xian 1980 / Gauss-Kruger zone 17
 Xian 1980 / Gauss-Kruger zone 18
 Xian 1980 / Gauss-Kruger zone 19
 Xian 1980 / Gauss-Kruger zone 20
 Xian 1980 / Gauss-Kruger zone 21
 Xian 1980 / Gauss-Kruger zone 22
 Xian 1980 / Gauss-Kruger zone 23
 Xian 1980 / Gauss-Kruger CM 75E
 Xian 1980 / Gauss-Kruger CM 81E
 Xian 1980 / Gauss-Kruger CM 87E
 Xian 1980 / Gauss-Kruger CM 93E
 Xian 1980 / Gauss-Kruger CM 99E
 Xian 1980 / Gauss-Kruger CM 105E
 Xian 1980 / Gauss-Kruger CM 111E
 Xian 1980 / Gauss-Kruger CM 117E
 Xian 1980 / Gauss-Kruger CM 123E
 Xian 1980 / Gauss-Kruger CM 129E
 Xian 1980 / Gauss-Kruger CM 135E
 Xian 1980 / 3-degree Gauss-Kruger zone 25
 Xian 1980 / 3-degree Gauss-Kruger zone 26
 Xian 1980 / 3-degree Gauss-Kruger zone 27
 Xian 1980 / 3-degree Gauss-Kruger zone 28
 Xian 1980 / 3-degree Gauss-Kruger zone 29
 Xian 1980 / 3-degree Gauss-Kruger zone 30
 Xian 1980 / 3-degree Gauss-Kruger zone 31
 Xian 1980 / 3-degree Gauss-Kruger zone 32
 Xian 1980 / 3-degree Gauss-Kruger zone 33
 Xian 1980 / 3-degree Gauss-Kruger zone 34
 Xian 1980 / 3-degree Gauss-Kruger zone 35
 Xian 1980 / 3-degree Gauss-Kruger zone 36
 Xian 1980 / 3-degree Gauss-Kruger zone 37
 Xian 1980 / 3-degree Gauss-Kruger zone 38
 Xian 1980 / 3-degree Gauss-Kruger zone 39
 Xian 1980 / 3-degree Gauss-Kruger zone 40
 Xian 1980 / 3-degree Gauss-Kruger zone 41
 Xian 1980 / 3-degree Gauss-Kruger zone 42
 Xian 1980 / 3-degree Gauss-Kruger zone 43
 Xian 1980 / 3-degree Gauss-Kruger zone 44
 Xian 1980 / 3-degree Gauss-Kruger zone 45
 Xian 1980 / 3-degree Gauss-Kruger CM 75E
 Xian 1980 / 3-degree Gauss-Kruger CM 78E
 Xian 1980 / 3-degree Gauss-Kruger CM 81E
 Xian 1980 / 3-degree Gauss-Kruger CM 84E
 Xian 1980 / 3-degree Gauss-Kruger CM 87E
 Xian 1980 / 3-degree Gauss-Kruger CM 90E
 Xian 1980 / 3-degree Gauss-Kruger CM 93E
 Xian 1980 / 3-degree Gauss-Kruger CM 96E
 Xian 1980 / 3-degree Gauss-Kruger CM 99E
 Xian 1980 / 3-degree Gauss-Kruger CM 102E
 Xian 1980 / 3-degree Gauss-Kruger CM 105E
 Xian 1980 / 3-degree Gauss-Kruger CM 108E
 Xian 1980 / 3-degree Gauss-Kruger CM 111E
 Xian 1980 / 3-degree Gauss-Kruger CM 114E
 Xian 1980 / 3-degree Gauss-Kruger CM 117E
 Xian 1980 / 3-degree Gauss-Kruger CM 120E
 Xian 1980 / 3-degree Gauss-Kruger CM 123E
 Xian 1980 / 3-degree Gauss-Kruger CM 126E
 Xian 1980 / 3-degree Gauss-Kruger CM 129E
 Xian 1980 / 3-degree Gauss-Kruger CM 132E
 Xian 1980 / 3-degree Gauss-Kruger CM 135E
 KKJ / Finland zone 1
 KKJ / Finland zone 2
 KKJ / Finland Uniform Coordinate System
 KKJ / Finland zone 4
 South Yemen / Gauss-Kruger zone 8
 South Yemen / Gauss-Kruger zone 9
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 3
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 4
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 5
 RT90 2.5 gon W
 Beijing 1954 / 3-degree Gauss-Kruger zone 25
 Beijing 1954 / 3-degree Gauss-Kruger zone 26
 Beijing 1954 / 3-degree Gauss-Kruger zone 27
 Beijing 1954 / 3-degree Gauss-Kruger zone 28
 Beijing 1954 / 3-degree Gauss-Kruger zone 29
 Beijing 1954 / 3-degree Gauss-Kruger zone 30
 Beijing 1954 / 3-degree Gauss-Kruger zone 31
 Beijing 1954 / 3-degree Gauss-Kruger zone 32
 Beijing 1954 / 3-degree Gauss-Kruger zone 33
 Beijing 1954 / 3-degree Gauss-Kruger zone 34
 Beijing 1954 / 3-degree Gauss-Kruger zone 35
 Beijing 1954 / 3-degree Gauss-Kruger zone 36
 Beijing 1954 / 3-degree Gauss-Kruger zone 37
 Beijing 1954 / 3-degree Gauss-Kruger zone 38
 Beijing 1954 / 3-degree Gauss-Kruger zone 39
 Beijing 1954 / 3-degree Gauss-Kruger zone 40
 Beijing 1954 / 3-degree Gauss-Kruger zone 41
 Beijing 1954 / 3-degree Gauss-Kruger zone 42
 Beijing 1954 / 3-degree Gauss-Kruger zone 43
 Beijing 1954 / 3-degree Gauss-Kruger zone 44
 Beijing 1954 / 3-degree Gauss-Kruger zone 45
 Beijing 1954 / 3-degree Gauss-Kruger CM 75E
 Beijing 1954 / 3-degree Gauss-Kruger CM 78E
 Beijing 1954 / 3-degree Gauss-Kruger CM 81E
 Beijing 1954 / 3-degree Gauss-Kruger CM 84E
 Beijing 1954 / 3-degree Gauss-Kruger CM 87E
 Beijing 1954 / 3-degree Gauss-Kruger CM 90E
 Beijing 1954 / 3-degree Gauss-Kruger CM 93E
 Beijing 1954 / 3-degree Gauss-Kruger CM 96E
 Beijing 1954 / 3-degree Gauss-Kruger CM 99E
 Beijing 1954 / 3-degree Gauss-Kruger CM 102E
 Beijing 1954 / 3-degree Gauss-Kruger CM 105E
 Beijing 1954 / 3-degree Gauss-Kruger CM 108E
 Beijing 1954 / 3-degree Gauss-Kruger CM 111E
 Beijing 1954 / 3-degree Gauss-Kruger CM 114E
 Beijing 1954 / 3-degree Gauss-Kruger CM 117E
 Beijing 1954 / 3-degree Gauss-Kruger CM 120E
 Beijing 1954 / 3-degree Gauss-Kruger CM 123E
 Beijing 1954 / 3-degree Gauss-Kruger CM 126E
 Beijing 1954 / 3-degree Gauss-Kruger CM 129E
 Beijing 1954 / 3-degree Gauss-Kruger CM 132E
 Beijing 1954 / 3-degree Gauss-Kruger CM 135E
 JGD2000 / Japan Plane Rectangular CS I
 JGD2000 / Japan Plane Rectangular CS II
 JGD2000 / Japan Plane Rectangular CS III
 JGD2000 / Japan Plane Rectangular CS IV
 JGD2000 / Japan Plane Rectangular CS V
 JGD2000 / Japan Plane Rectangular CS VI
 JGD2000 / Japan Plane Rectangular CS VII
 JGD2000 / Japan Plane Rectangular CS VIII
 JGD2000 / Japan Plane Rectangular CS IX
 JGD2000 / Japan Plane Rectangular CS X
 JGD2000 / Japan Plane Rectangular CS XI
 JGD2000 / Japan Plane Rectangular CS XII
 JGD2000 / Japan Plane Rectangular CS XIII
 JGD2000 / Japan Plane Rectangular CS XIV
 JGD2000 / Japan Plane Rectangular CS XV
 JGD2000 / Japan Plane Rectangular CS XVI
 JGD2000 / Japan Plane Rectangular CS XVII
 JGD2000 / Japan Plane Rectangular CS XVIII
 JGD2000 / Japan Plane Rectangular CS XIX
 Albanian 1987 / Gauss-Kruger zone 4
 Pulkovo 1995 / Gauss-Kruger CM 21E
 Pulkovo 1995 / Gauss-Kruger CM 27E
 Pulkovo 1995 / Gauss-Kruger CM 33E
 Pulkovo 1995 / Gauss-Kruger CM 39E
 Pulkovo 1995 / Gauss-Kruger CM 45E
 Pulkovo 1995 / Gauss-Kruger CM 51E
 Pulkovo 1995 / Gauss-Kruger CM 57E
 Pulkovo 1995 / Gauss-Kruger CM 63E
 Pulkovo 1995 / Gauss-Kruger CM 69E
 Pulkovo 1995 / Gauss-Kruger CM 75E
 Pulkovo 1995 / Gauss-Kruger CM 81E
 Pulkovo 1995 / Gauss-Kruger CM 87E
 Pulkovo 1995 / Gauss-Kruger CM 93E
 Pulkovo 1995 / Gauss-Kruger CM 99E
 Pulkovo 1995 / Gauss-Kruger CM 105E
 Pulkovo 1995 / Gauss-Kruger CM 111E
 Pulkovo 1995 / Gauss-Kruger CM 117E
 Pulkovo 1995 / Gauss-Kruger CM 123E
 Pulkovo 1995 / Gauss-Kruger CM 129E
 Pulkovo 1995 / Gauss-Kruger CM 135E
 Pulkovo 1995 / Gauss-Kruger CM 141E
 Pulkovo 1995 / Gauss-Kruger CM 147E
 Pulkovo 1995 / Gauss-Kruger CM 153E
 Pulkovo 1995 / Gauss-Kruger CM 159E
 Pulkovo 1995 / Gauss-Kruger CM 165E
 Pulkovo 1995 / Gauss-Kruger CM 171E
 Pulkovo 1995 / Gauss-Kruger CM 177E
 Pulkovo 1995 / Gauss-Kruger CM 177W
 Pulkovo 1995 / Gauss-Kruger CM 171W
 Pulkovo 1942 / Gauss-Kruger CM 9E
 Pulkovo 1942 / Gauss-Kruger CM 15E
 Pulkovo 1942 / Gauss-Kruger CM 21E
 Pulkovo 1942 / Gauss-Kruger CM 27E
 Pulkovo 1942 / Gauss-Kruger CM 33E
 Pulkovo 1942 / Gauss-Kruger CM 39E
 Pulkovo 1942 / Gauss-Kruger CM 45E
 Pulkovo 1942 / Gauss-Kruger CM 51E
 Pulkovo 1942 / Gauss-Kruger CM 57E
 Pulkovo 1942 / Gauss-Kruger CM 63E
 Pulkovo 1942 / Gauss-Kruger CM 69E
 Pulkovo 1942 / Gauss-Kruger CM 75E
 Pulkovo 1942 / Gauss-Kruger CM 81E
 Pulkovo 1942 / Gauss-Kruger CM 87E
 Pulkovo 1942 / Gauss-Kruger CM 93E
 Pulkovo 1942 / Gauss-Kruger CM 99E
 Pulkovo 1942 / Gauss-Kruger CM 105E
 Pulkovo 1942 / Gauss-Kruger CM 111E
 Pulkovo 1942 / Gauss-Kruger CM 117E
 Pulkovo 1942 / Gauss-Kruger CM 123E
 Pulkovo 1942 / Gauss-Kruger CM 129E
 Pulkovo 1942 / Gauss-Kruger CM 135E
 Pulkovo 1942 / Gauss-Kruger CM 141E
 Pulkovo 1942 / Gauss-Kruger CM 147E
 Pulkovo 1942 / Gauss-Kruger CM 153E
 Pulkovo 1942 / Gauss-Kruger CM 159E
 Pulkovo 1942 / Gauss-Kruger CM 165E
 Pulkovo 1942 / Gauss-Kruger CM 171E
 Pulkovo 1942 / Gauss-Kruger CM 177E
 Pulkovo 1942 / Gauss-Kruger CM 177W
 Pulkovo 1942 / Gauss-Kruger CM 171W
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 7
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 8
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 9
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 10
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 11
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 12
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 13
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 14
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 15
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 16
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 17
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 18
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 19
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 20
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 21
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 22
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 23
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 24
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 25
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 26
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 27
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 28
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 29
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 30
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 31
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 32
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 33
 Samboja / UTM zone 50S
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 34
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 35
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 36
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 37
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 38
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 39
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 40
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 41
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 42
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 43
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 44
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 45
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 46
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 47
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 48
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 49
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 50
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 51
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 52
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 53
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 54
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 55
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 56
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 57
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 58
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 59
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 60
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 61
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 62
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 63
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 64
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 21E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 24E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 27E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 30E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 33E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 36E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 39E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 42E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 45E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 48E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 51E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 54E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 57E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 60E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 63E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 66E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 69E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 72E
 Lietuvos Koordinoei Sistema 1994
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 75E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 78E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 81E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 84E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 87E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 90E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 93E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 96E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 99E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 102E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 105E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 108E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 111E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 114E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 117E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 120E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 123E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 126E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 129E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 132E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 135E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 138E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 141E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 144E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 147E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 150E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 153E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 156E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 159E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 162E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 165E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 168E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 171E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 174E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 177E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 180E
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 177W
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 174W
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 171W
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 168W
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 7
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 8
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 9
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 10
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 11
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 12
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 13
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 14
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 15
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 16
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 17
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 18
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 19
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 20
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 21
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 22
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 23
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 24
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 25
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 26
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 27
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 28
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 29
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 30
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 31
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 32
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 33
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 34
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 35
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 36
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 37
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 38
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 39
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 40
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 41
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 42
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 43
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 44
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 45
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 46
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 47
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 48
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 49
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 50
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 51
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 52
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 53
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 54
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 55
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 56
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 57
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 58
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 59
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 60
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 61
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 62
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 63
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 64
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 21E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 24E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 27E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 30E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 33E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 36E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 39E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 42E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 45E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 48E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 51E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 54E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 57E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 60E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 63E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 66E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 69E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 72E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 75E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 78E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 81E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 84E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 87E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 90E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 93E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 96E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 99E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 102E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 105E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 108E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 111E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 114E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 117E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 120E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 123E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 126E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 129E
 Tete / UTM zone 36S
 Tete / UTM zone 37S
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 132E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 135E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 138E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 141E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 144E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 147E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 150E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 153E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 156E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 159E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 162E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 165E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 168E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 171E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 174E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 177E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 180E
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 177W
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 174W
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 171W
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 168W
 NAD83(HARN) / Alabama East
 NAD83(HARN) / Alabama West
 NAD83(HARN) / Arizona East
 NAD83(HARN) / Arizona Central
 NAD83(HARN) / Arizona West
 NAD83(HARN) / Arkansas North
 NAD83(HARN) / Arkansas South
 NAD83(HARN) / California zone 1
 NAD83(HARN) / California zone 2
 NAD83(HARN) / California zone 3
 NAD83(HARN) / California zone 4
 NAD83(HARN) / California zone 5
 NAD83(HARN) / California zone 6
 NAD83(HARN) / Colorado North
 NAD83(HARN) / Colorado Central
 NAD83(HARN) / Colorado South
 NAD83(HARN) / Connecticut
 NAD83(HARN) / Delaware
 NAD83(HARN) / Florida East
 NAD83(HARN) / Florida West
 NAD83(HARN) / Florida North
 NAD83(HARN) / Georgia East
 NAD83(HARN) / Georgia West
 NAD83(HARN) / Hawaii zone 1
 NAD83(HARN) / Hawaii zone 2
 NAD83(HARN) / Hawaii zone 3
 NAD83(HARN) / Hawaii zone 4
 NAD83(HARN) / Hawaii zone 5
 NAD83(HARN) / Idaho East
 NAD83(HARN) / Idaho Central
 NAD83(HARN) / Idaho West
 NAD83(HARN) / Illinois East
 NAD83(HARN) / Illinois West
 NAD83(HARN) / Indiana East
 NAD83(HARN) / Indiana West
 NAD83(HARN) / Iowa North
 NAD83(HARN) / Iowa South
 NAD83(HARN) / Kansas North
 NAD83(HARN) / Kansas South
 NAD83(HARN) / Kentucky North
 NAD83(HARN) / Kentucky South
 NAD83(HARN) / Louisiana North
 NAD83(HARN) / Louisiana South
 NAD83(HARN) / Maine East
 NAD83(HARN) / Maine West
 NAD83(HARN) / Maryland
 NAD83(HARN) / Massachusetts Mainland
 NAD83(HARN) / Massachusetts Island
 NAD83(HARN) / Michigan North
 NAD83(HARN) / Michigan Central
 NAD83(HARN) / Michigan South
 NAD83(HARN) / Minnesota North
 NAD83(HARN) / Minnesota Central
 NAD83(HARN) / Minnesota South
 NAD83(HARN) / Mississippi East
 NAD83(HARN) / Mississippi West
 NAD83(HARN) / Missouri East
 NAD83(HARN) / Missouri Central
 NAD83(HARN) / Missouri West
 NAD83(HARN) / Montana
 NAD83(HARN) / Nebraska
 NAD83(HARN) / Nevada East
 NAD83(HARN) / Nevada Central
 NAD83(HARN) / Nevada West
 NAD83(HARN) / New Hampshire
 NAD83(HARN) / New Jersey
 NAD83(HARN) / New Mexico East
 NAD83(HARN) / New Mexico Central
 NAD83(HARN) / New Mexico West
 NAD83(HARN) / New York East
 NAD83(HARN) / New York Central
 NAD83(HARN) / New York West
 NAD83(HARN) / New York Long Island
 NAD83(HARN) / North Dakota North
 NAD83(HARN) / North Dakota South
 NAD83(HARN) / Ohio North
 NAD83(HARN) / Ohio South
 NAD83(HARN) / Oklahoma North
 NAD83(HARN) / Oklahoma South
 NAD83(HARN) / Oregon North
 NAD83(HARN) / Oregon South
 NAD83(HARN) / Rhode Island
 NAD83(HARN) / South Dakota North
 NAD83(HARN) / South Dakota South
 NAD83(HARN) / Tennessee
 NAD83(HARN) / Texas North
 NAD83(HARN) / Texas North Central
 NAD83(HARN) / Texas Central
 NAD83(HARN) / Texas South Central
 NAD83(HARN) / Texas South
 NAD83(HARN) / Utah North
 NAD83(HARN) / Utah Central
 NAD83(HARN) / Utah South
 NAD83(HARN) / Vermont
 NAD83(HARN) / Virginia North
 NAD83(HARN) / Virginia South
 NAD83(HARN) / Washington North
 NAD83(HARN) / Washington South
 NAD83(HARN) / West Virginia North
 NAD83(HARN) / West Virginia South
 NAD83(HARN) / Wisconsin North
 NAD83(HARN) / Wisconsin Central
 NAD83(HARN) / Wisconsin South
 NAD83(HARN) / Wyoming East
 NAD83(HARN) / Wyoming East Central
 NAD83(HARN) / Wyoming West Central
 NAD83(HARN) / Wyoming West
 NAD83(HARN) / Puerto Rico and Virgin Is.
 NAD83(HARN) / Arizona East (ft)
 NAD83(HARN) / Arizona Central (ft)
 NAD83(HARN) / Arizona West (ft)
 NAD83(HARN) / California zone 1 (ftUS)
 NAD83(HARN) / California zone 2 (ftUS)
 NAD83(HARN) / California zone 3 (ftUS)
 NAD83(HARN) / California zone 4 (ftUS)
 NAD83(HARN) / California zone 5 (ftUS)
 NAD83(HARN) / California zone 6 (ftUS)
 NAD83(HARN) / Colorado North (ftUS)
 NAD83(HARN) / Colorado Central (ftUS)
 NAD83(HARN) / Colorado South (ftUS)
 NAD83(HARN) / Connecticut (ftUS)
 NAD83(HARN) / Delaware (ftUS)
 NAD83(HARN) / Florida East (ftUS)
 NAD83(HARN) / Florida West (ftUS)
 NAD83(HARN) / Florida North (ftUS)
 NAD83(HARN) / Georgia East (ftUS)
 NAD83(HARN) / Georgia West (ftUS)
 NAD83(HARN) / Idaho East (ftUS)
 NAD83(HARN) / Idaho Central (ftUS)
 NAD83(HARN) / Idaho West (ftUS)
 NAD83(HARN) / Indiana East (ftUS)
 NAD83(HARN) / Indiana West (ftUS)
 NAD83(HARN) / Kentucky North (ftUS)
 NAD83(HARN) / Kentucky South (ftUS)
 NAD83(HARN) / Maryland (ftUS)
 NAD83(HARN) / Massachusetts Mainland (ftUS)
 NAD83(HARN) / Massachusetts Island (ftUS)
 NAD83(HARN) / Michigan North (ft)
 NAD83(HARN) / Michigan Central (ft)
 NAD83(HARN) / Michigan South (ft)
 NAD83(HARN) / Mississippi East (ftUS)
 NAD83(HARN) / Mississippi West (ftUS)
 NAD83(HARN) / Montana (ft)
 NAD83(HARN) / New Mexico East (ftUS)
 NAD83(HARN) / New Mexico Central (ftUS)
 NAD83(HARN) / New Mexico West (ftUS)
 NAD83(HARN) / New York East (ftUS)
 NAD83(HARN) / New York Central (ftUS)
 NAD83(HARN) / New York West (ftUS)
 NAD83(HARN) / New York Long Island (ftUS)
 NAD83(HARN) / North Dakota North (ft)
 NAD83(HARN) / North Dakota South (ft)
 NAD83(HARN) / Oklahoma North (ftUS)
 NAD83(HARN) / Oklahoma South (ftUS)
 NAD83(HARN) / Oregon North (ft)
 NAD83(HARN) / Oregon South (ft)
 NAD83(HARN) / Tennessee (ftUS)
 NAD83(HARN) / Texas North (ftUS)
 NAD83(HARN) / Texas North Central (ftUS)
 NAD83(HARN) / Texas Central (ftUS)
 NAD83(HARN) / Texas South Central (ftUS)
 NAD83(HARN) / Texas South (ftUS)
 NAD83(HARN) / Utah North (ft)
 NAD83(HARN) / Utah Central (ft)
 NAD83(HARN) / Utah South (ft)
 NAD83(HARN) / Virginia North (ftUS)
 NAD83(HARN) / Virginia South (ftUS)
 NAD83(HARN) / Washington North (ftUS)
 NAD83(HARN) / Washington South (ftUS)
 NAD83(HARN) / Wisconsin North (ftUS)
 NAD83(HARN) / Wisconsin Central (ftUS)
 NAD83(HARN) / Wisconsin South (ftUS)
 Beduaram / TM 13 NE
 QND95 / Qatar National Grid
 Segara / UTM zone 50S
 Segara (Jakarta) / NEIEZ
 Pulkovo 1942 / CS63 zone A1
 Pulkovo 1942 / CS63 zone A2
 Pulkovo 1942 / CS63 zone A3
 Pulkovo 1942 / CS63 zone A4
 Pulkovo 1942 / CS63 zone K2
 Pulkovo 1942 / CS63 zone K3
 Pulkovo 1942 / CS63 zone K4
 Porto Santo / UTM zone 28N
 Selvagem Grande / UTM zone 28N
 NAD83(CSRS) / SCoPQ zone 2
 NAD83(CSRS) / MTM zone 3
 NAD83(CSRS) / MTM zone 4
 NAD83(CSRS) / MTM zone 5
 NAD83(CSRS) / MTM zone 6
 NAD83(CSRS) / MTM zone 7
 NAD83(CSRS) / MTM zone 8
 NAD83(CSRS) / MTM zone 9
 NAD83(CSRS) / MTM zone 10
 NAD83(CSRS) / New Brunswick Stereographic
 NAD83(CSRS) / Prince Edward Isl. Stereographic (NAD83)
 NAD83(CSRS) / UTM zone 11N
 NAD83(CSRS) / UTM zone 12N
 NAD83(CSRS) / UTM zone 13N
 NAD83(CSRS) / UTM zone 17N
 NAD83(CSRS) / UTM zone 18N
 NAD83(CSRS) / UTM zone 19N
 NAD83(CSRS) / UTM zone 20N
 NAD83(CSRS) / UTM zone 21N
 Lisbon 1890 (Lisbon) / Portugal Bonne
 NAD27 / Alaska Albers
 NAD83 / Indiana East (ftUS)
 NAD83 / Indiana West (ftUS)
 NAD83(HARN) / Indiana East (ftUS)
 NAD83(HARN) / Indiana West (ftUS)
 Fort Marigot / UTM zone 20N
 Guadeloupe 1948 / UTM zone 20N
 CSG67 / UTM zone 22N
 RGFG95 / UTM zone 22N
 Martinique 1938 / UTM zone 20N
2 RGR92 / UTM zone 40S
 Tahiti 52 / UTM zone 6S
 Tahaa 54 / UTM zone 5S
 IGN72 Nuku Hiva / UTM zone 7S
 K0 1949 / UTM zone 42S
 Combani 1950 / UTM zone 38S
 IGN56 Lifou / UTM zone 58S
 IGN72 Grand Terre / UTM zone 58S
 ST87 Ouvea / UTM zone 58S
 RGNC 1991 / Lambert New Caledonia
 Petrels 1972 / Terre Adelie Polar Stereographic
 Perroud 1950 / Terre Adelie Polar Stereographic
 Saint Pierre et Miquelon 1950 / UTM zone 21N
 MOP78 / UTM zone 1S
 RRAF 1991 / UTM zone 20N
 Reunion 1947 / TM Reunion
 NAD83 / Oregon LCC (m)
 NAD83 / Oregon GIC Lambert (ft)
 NAD83(HARN) / Oregon LCC (m)
 NAD83(HARN) / Oregon GIC Lambert (ft)
 IGN53 Mare / UTM zone 58S
 ST84 Ile des Pins / UTM zone 58S
 ST71 Belep / UTM zone 58S
 NEA74 Noumea / UTM zone 58S
 Grand Comoros / UTM zone 38S
 Segara / NEIEZ
 Batavia / NEIEZ
 Makassar / NEIEZ
 Monte Mario / Italy zone 1
 Monte Mario / Italy zone 2
 NAD83 / BC Albers
 SWEREF99 TM
 SWEREF99 12 00
 SWEREF99 13 30
 SWEREF99 15 00
 SWEREF99 16 30
 SWEREF99 18 00
 SWEREF99 14 15
 SWEREF99 15 45
 SWEREF99 17 15
 SWEREF99 18 45
 SWEREF99 20 15
 SWEREF99 21 45
 SWEREF99 23 15
 RT90 7.5 gon V
 RT90 5 gon V
 RT90 2.5 gon V
 RT90 0 gon
 RT90 2.5 gon O
 RT90 5 gon O
 RT38 7.5 gon V
 RT38 5 gon V
 RT38 2.5 gon V
 RT38 0 gon
 RT38 2.5 gon O
 RT38 5 gon O
 WGS 84 / Antarctic Polar Stereographic
 WGS 84 / Australian Antarctic Polar Stereographic
 WGS 84 / Australian Antarctic Lambert
 ETRS89-extended / LCC Europe
 ETRS89-extended / LAEA Europe
 Moznet / UTM zone 36S
 Moznet / UTM zone 37S
 ETRS89 / TM26
 ETRS89 / TM27
 ETRS89 / UTM zone 28N (N-E)
 ETRS89 / UTM zone 29N (N-E)
 ETRS89 / UTM zone 30N (N-E)
 ETRS89 / UTM zone 31N (N-E)
 ETRS89 / UTM zone 32N (N-E)
 ETRS89 / UTM zone 33N (N-E)
 ETRS89 / UTM zone 34N (N-E)
 ETRS89 / UTM zone 35N (N-E)
 ETRS89 / UTM zone 36N (N-E)
 ETRS89 / UTM zone 37N (N-E)
 ETRS89 / TM38
 ETRS89 / TM39
 Reykjavik 1900 / Lambert 1900
 Hjorsey 1955 / Lambert 1955
 Hjorsey 1955 / UTM zone 26N
 Hjorsey 1955 / UTM zone 27N
 Hjorsey 1955 / UTM zone 28N
 ISN93 / Lambert 1993
 Helle 1954 / Jan Mayen Grid
 LKS-92 / Latvia TM
 IGN72 Grande Terre / UTM zone 58S
 Porto Santo 1995 / UTM zone 28N
 Azores Oriental 1995 / UTM zone 26N
 Azores Central 1995 / UTM zone 26N
 IGM95 / UTM zone 32N
 IGM95 / UTM zone 33N
 ED50 / Jordan TM
 EUREF-FIN / TM35FIN(E,N)
 DHDN / Soldner Berlin
 NAD27 / Wisconsin Transverse Mercator
 NAD83 / Wisconsin Transverse Mercator
 NAD83(HARN) / Wisconsin Transverse Mercator
 NAD83 / Maine CS2000 East
 NAD83 / Maine CS2000 Central
 NAD83 / Maine CS2000 West
 NAD83(HARN) / Maine CS2000 East
 NAD83(HARN) / Maine CS2000 Central
 NAD83(HARN) / Maine CS2000 West
 NAD83 / Michigan Oblique Mercator
 NAD83(HARN) / Michigan Oblique Mercator
 NAD27 / Shackleford
 NAD83 / Texas State Mapping System
 NAD83 / Texas Centric Lambert Conformal
 NAD83 / Texas Centric Albers Equal Area
 NAD83(HARN) / Texas Centric Lambert Conformal
 NAD83(HARN) / Texas Centric Albers Equal Area
 NAD83 / Florida GDL Albers
 NAD83(HARN) / Florida GDL Albers
 NAD83 / Kentucky Single Zone
 NAD83 / Kentucky Single Zone (ftUS)
 NAD83(HARN) / Kentucky Single Zone
 NAD83(HARN) / Kentucky Single Zone (ftUS)
 Tokyo / UTM zone 51N
 Tokyo / UTM zone 52N
 Tokyo / UTM zone 53N
 Tokyo / UTM zone 54N
 Tokyo / UTM zone 55N
 JGD2000 / UTM zone 51N
 JGD2000 / UTM zone 52N
 JGD2000 / UTM zone 53N
 JGD2000 / UTM zone 54N
 JGD2000 / UTM zone 55N
 American Samoa 1962 / American Samoa Lambert
 Mauritania 1999 / UTM zone 28N
 Mauritania 1999 / UTM zone 29N
 Mauritania 1999 / UTM zone 30N
 Gulshan 303 / TM 90 NE
 GDA94 / SA Lambert
 ETRS89 / Guernsey Grid
 ETRS89 / Jersey Transverse Mercator
 AGD66 / Vicgrid66
 GDA94 / Vicgrid
 GDA94 / Geoscience Australia Lambert
 GDA94 / BCSG02
 MAGNA-SIRGAS / Colombia Far West zone
 MAGNA-SIRGAS / Colombia West zone
 MAGNA-SIRGAS / Colombia Bogota zone
 MAGNA-SIRGAS / Colombia East Central zone
 MAGNA-SIRGAS / Colombia East zone
 Douala 1948 / AEF west
 Pulkovo 1942(58) / Poland zone I
 PRS92 / Philippines zone 1
 PRS92 / Philippines zone 2
 PRS92 / Philippines zone 3
 PRS92 / Philippines zone 4
 PRS92 / Philippines zone 5
 EUREF-FIN / ETRS-GK19FIN
 EUREF-FIN / ETRS-GK20FIN
 EUREF-FIN / ETRS-GK21FIN
 EUREF-FIN / ETRS-GK22FIN
 EUREF-FIN / ETRS-GK23FIN
 EUREF-FIN / ETRS-GK24FIN
 EUREF-FIN / ETRS-GK25FIN
 EUREF-FIN / ETRS-GK26FIN
 EUREF-FIN / ETRS-GK27FIN
 EUREF-FIN / ETRS-GK28FIN
 EUREF-FIN / ETRS-GK29FIN
 EUREF-FIN / ETRS-GK30FIN
 EUREF-FIN / ETRS-GK31FIN
 Vanua Levu 1915 / Vanua Levu Grid
 Viti Levu 1912 / Viti Levu Grid
 Fiji 1956 / UTM zone 60S
 Fiji 1956 / UTM zone 1S
 Fiji 1986 / Fiji Map Grid
 FD54 / Faroe Lambert
 ETRS89 / Faroe Lambert
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 6
 Pulkovo 1942 / 3-degree Gauss-Kruger CM 18E
 Indian 1960 / UTM zone 48N
 Indian 1960 / UTM zone 49N
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 6
 Pulkovo 1995 / 3-degree Gauss-Kruger CM 18E
 ST74
 NAD83(CSRS) / BC Albers
 NAD83(CSRS) / UTM zone 7N
 NAD83(CSRS) / UTM zone 8N
 NAD83(CSRS) / UTM zone 9N
 NAD83(CSRS) / UTM zone 10N
 NAD83(CSRS) / UTM zone 14N
 NAD83(CSRS) / UTM zone 15N
 NAD83(CSRS) / UTM zone 16N
 NAD83 / Ontario MNR Lambert
 NAD83(CSRS) / Ontario MNR Lambert
 RGNC91-93 / Lambert New Caledonia
 ST87 Ouvea / UTM zone 58S
 NEA74 Noumea / Noumea Lambert
 NEA74 Noumea / Noumea Lambert 2
 Kertau (RSO) / RSO Malaya (ch)
 Kertau (RSO) / RSO Malaya (m)
 RGNC91-93 / UTM zone 57S
 RGNC91-93 / UTM zone 58S
 RGNC91-93 / UTM zone 59S
 IGN53 Mare / UTM zone 59S
 fk89 / Faroe Lambert FK89
 NAD83 / Great Lakes Albers
 NAD83 / Great Lakes and St Lawrence Albers
 Indian 1960 / TM 106 NE
 LGD2006 / Libya TM
 GR96 / UTM zone 18N
 GR96 / UTM zone 19N
 GR96 / UTM zone 20N
 GR96 / UTM zone 21N
 GR96 / UTM zone 22N
 GR96 / UTM zone 23N
 GR96 / UTM zone 24N
 GR96 / UTM zone 25N
 GR96 / UTM zone 26N
 GR96 / UTM zone 27N
 GR96 / UTM zone 28N
 GR96 / UTM zone 29N
 LGD2006 / Libya TM zone 5
 LGD2006 / Libya TM zone 6
 LGD2006 / Libya TM zone 7
 LGD2006 / Libya TM zone 8
 LGD2006 / Libya TM zone 9
 LGD2006 / Libya TM zone 10
 LGD2006 / Libya TM zone 11
 LGD2006 / Libya TM zone 12
 LGD2006 / Libya TM zone 13
 LGD2006 / UTM zone 32N
 FD58 / Iraq zone
 LGD2006 / UTM zone 33N
 LGD2006 / UTM zone 34N
 LGD2006 / UTM zone 35N
 WGS 84 / SCAR IMW SP19-20
 WGS 84 / SCAR IMW SP21-22
 WGS 84 / SCAR IMW SP23-24
 WGS 84 / SCAR IMW SQ01-02
 WGS 84 / SCAR IMW SQ19-20
 WGS 84 / SCAR IMW SQ21-22
 WGS 84 / SCAR IMW SQ37-38
 WGS 84 / SCAR IMW SQ39-40
 WGS 84 / SCAR IMW SQ41-42
 WGS 84 / SCAR IMW SQ43-44
 WGS 84 / SCAR IMW SQ45-46
 WGS 84 / SCAR IMW SQ47-48
 WGS 84 / SCAR IMW SQ49-50
 WGS 84 / SCAR IMW SQ51-52
 WGS 84 / SCAR IMW SQ53-54
 WGS 84 / SCAR IMW SQ55-56
 WGS 84 / SCAR IMW SQ57-58
 WGS 84 / SCAR IMW SR13-14
 WGS 84 / SCAR IMW SR15-16
 WGS 84 / SCAR IMW SR17-18
 WGS 84 / SCAR IMW SR19-20
 WGS 84 / SCAR IMW SR27-28
 WGS 84 / SCAR IMW SR29-30
 WGS 84 / SCAR IMW SR31-32
 WGS 84 / SCAR IMW SR33-34
 WGS 84 / SCAR IMW SR35-36
 WGS 84 / SCAR IMW SR37-38
 WGS 84 / SCAR IMW SR39-40
 WGS 84 / SCAR IMW SR41-42
 WGS 84 / SCAR IMW SR43-44
 WGS 84 / SCAR IMW SR45-46
 WGS 84 / SCAR IMW SR47-48
 WGS 84 / SCAR IMW SR49-50
 WGS 84 / SCAR IMW SR51-52
 WGS 84 / SCAR IMW SR53-54
 WGS 84 / SCAR IMW SR55-56
 WGS 84 / SCAR IMW SR57-58
 WGS 84 / SCAR IMW SR59-60
 WGS 84 / SCAR IMW SS04-06
 WGS 84 / SCAR IMW SS07-09
 WGS 84 / SCAR IMW SS10-12
 WGS 84 / SCAR IMW SS13-15
 WGS 84 / SCAR IMW SS16-18
 WGS 84 / SCAR IMW SS19-21
 WGS 84 / SCAR IMW SS25-27
 WGS 84 / SCAR IMW SS28-30
 WGS 84 / SCAR IMW SS31-33
 WGS 84 / SCAR IMW SS34-36
 WGS 84 / SCAR IMW SS37-39
 WGS 84 / SCAR IMW SS40-42
 WGS 84 / SCAR IMW SS43-45
 WGS 84 / SCAR IMW SS46-48
 WGS 84 / SCAR IMW SS49-51
 WGS 84 / SCAR IMW SS52-54
 WGS 84 / SCAR IMW SS55-57
 WGS 84 / SCAR IMW SS58-60
 WGS 84 / SCAR IMW ST01-04
 WGS 84 / SCAR IMW ST05-08
 WGS 84 / SCAR IMW ST09-12
 WGS 84 / SCAR IMW ST13-16
 WGS 84 / SCAR IMW ST17-20
 WGS 84 / SCAR IMW ST21-24
 WGS 84 / SCAR IMW ST25-28
 WGS 84 / SCAR IMW ST29-32
 WGS 84 / SCAR IMW ST33-36
 WGS 84 / SCAR IMW ST37-40
 WGS 84 / SCAR IMW ST41-44
 WGS 84 / SCAR IMW ST45-48
 WGS 84 / SCAR IMW ST49-52
 WGS 84 / SCAR IMW ST53-56
 WGS 84 / SCAR IMW ST57-60
 WGS 84 / SCAR IMW SU01-05
 WGS 84 / SCAR IMW SU06-10
 WGS 84 / SCAR IMW SU11-15
 WGS 84 / SCAR IMW SU16-20
 WGS 84 / SCAR IMW SU21-25
 WGS 84 / SCAR IMW SU26-30
 WGS 84 / SCAR IMW SU31-35
 WGS 84 / SCAR IMW SU36-40
 WGS 84 / SCAR IMW SU41-45
 WGS 84 / SCAR IMW SU46-50
 WGS 84 / SCAR IMW SU51-55
 WGS 84 / SCAR IMW SU56-60
 WGS 84 / SCAR IMW SV01-10
 WGS 84 / SCAR IMW SV11-20
 WGS 84 / SCAR IMW SV21-30
 WGS 84 / SCAR IMW SV31-40
 WGS 84 / SCAR IMW SV41-50
 WGS 84 / SCAR IMW SV51-60
 WGS 84 / SCAR IMW SW01-60
 WGS 84 / USGS Transantarctic Mountains
 Guam 1963 / Yap Islands
 RGPF / UTM zone 5S
 RGPF / UTM zone 6S
 RGPF / UTM zone 7S
 RGPF / UTM zone 8S
 Estonian Coordinate System of 1992
 Estonian Coordinate System of 1997
 IGN63 Hiva Oa / UTM zone 7S
 Fatu Iva 72 / UTM zone 7S
 Tahiti 79 / UTM zone 6S
 Moorea 87 / UTM zone 6S
 Maupiti 83 / UTM zone 5S
 Nakhl-e Ghanem / UTM zone 39N
 GDA94 / NSW Lambert
 NAD27 / California Albers
 NAD83 / California Albers
 NAD83(HARN) / California Albers
 CSG67 / UTM zone 21N
 RGFG95 / UTM zone 21N
 Katanga 1955 / Katanga Lambert
 Katanga 1955 / Katanga TM
 Kasai 1953 / Congo TM zone 22
 Kasai 1953 / Congo TM zone 24
 IGC 1962 / Congo TM zone 12
 IGC 1962 / Congo TM zone 14
 IGC 1962 / Congo TM zone 16
 IGC 1962 / Congo TM zone 18
 IGC 1962 / Congo TM zone 20
 IGC 1962 / Congo TM zone 22
 IGC 1962 / Congo TM zone 24
 IGC 1962 / Congo TM zone 26
 IGC 1962 / Congo TM zone 28
 IGC 1962 / Congo TM zone 30
 Pulkovo 1942(58) / GUGiK-80
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 5
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 6
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 7
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 8
 Pulkovo 1942(58) / Gauss-Kruger zone 3
 Pulkovo 1942(58) / Gauss-Kruger zone 4
 Pulkovo 1942(58) / Gauss-Kruger zone 5
 IGN 1962 Kerguelen / UTM zone 42S
 Le Pouce 1934 / Mauritius Grid
 NAD83 / Alaska Albers
 IGCB 1955 / Congo TM zone 12
 IGCB 1955 / Congo TM zone 14
 IGCB 1955 / Congo TM zone 16
 IGCB 1955 / UTM zone 33S
 Mauritania 1999 / UTM zone 28N
 Mauritania 1999 / UTM zone 29N
 Mauritania 1999 / UTM zone 30N
 LKS94 / Lithuania TM
 NAD83 / Statistics Canada Lambert
 NAD83(CSRS) / Statistics Canada Lambert
 WGS 84 / PDC Mercator
 Pulkovo 1942 / CS63 zone C0
 Pulkovo 1942 / CS63 zone C1
 Pulkovo 1942 / CS63 zone C2
 Mhast (onshore) / UTM zone 32S
 Mhast (offshore) / UTM zone 32S
 Egypt Gulf of Suez S-650 TL / Red Belt
 Grand Cayman 1959 / UTM zone 17N
 Little Cayman 1961 / UTM zone 17N
 NAD83(HARN) / North Carolina
 NAD83(HARN) / North Carolina (ftUS)
 NAD83(HARN) / South Carolina
 NAD83(HARN) / South Carolina (ft)
 NAD83(HARN) / Pennsylvania North
 NAD83(HARN) / Pennsylvania North (ftUS)
 NAD83(HARN) / Pennsylvania South
 NAD83(HARN) / Pennsylvania South (ftUS)
 Hong Kong 1963 Grid System
 IGN Astro 1960 / UTM zone 28N
 IGN Astro 1960 / UTM zone 29N
 IGN Astro 1960 / UTM zone 30N
 NAD27 / UTM zone 59N
 NAD27 / UTM zone 60N
 NAD83 / UTM zone 59N
 NAD83 / UTM zone 60N
 FD54 / UTM zone 29N
 GDM2000 / Peninsula RSO
 GDM2000 / East Malaysia BRSO
 GDM2000 / Johor Grid
 GDM2000 / Sembilan and Melaka Grid
 GDM2000 / Pahang Grid
 GDM2000 / Selangor Grid
 GDM2000 / Terengganu Grid
 GDM2000 / Pinang Grid
 GDM2000 / Kedah and Perlis Grid
 GDM2000 / Perak Grid
 GDM2000 / Kelantan Grid
 KKJ / Finland zone 0
 KKJ / Finland zone 5
 Pulkovo 1942 / Caspian Sea Mercator
 Pulkovo 1942 / 3-degree Gauss-Kruger zone 60
 Pulkovo 1995 / 3-degree Gauss-Kruger zone 60
 Karbala 1979 / UTM zone 37N
 Karbala 1979 / UTM zone 38N
 Karbala 1979 / UTM zone 39N
 Nahrwan 1934 / Iraq zone
 WGS 84 / World Mercator
 PD/83 / 3-degree Gauss-Kruger zone 3
 PD/83 / 3-degree Gauss-Kruger zone 4
 RD/83 / 3-degree Gauss-Kruger zone 4
 RD/83 / 3-degree Gauss-Kruger zone 5
 NAD83 / Alberta 10-TM (Forest)
 NAD83 / Alberta 10-TM (Resource)
 NAD83(CSRS) / Alberta 10-TM (Forest)
 NAD83(CSRS) / Alberta 10-TM (Resource)
 NAD83(HARN) / North Carolina (ftUS)
 VN-2000 / UTM zone 48N
 VN-2000 / UTM zone 49N
 Hong Kong 1963 Grid System
 NSIDC EASE-Grid North
 NSIDC EASE-Grid South
 NSIDC EASE-Grid Global
 NSIDC Sea Ice Polar Stereographic North
 NSIDC Sea Ice Polar Stereographic South
 WGS 84 / NSIDC Sea Ice Polar Stereographic North
 SVY21 / Singapore TM
 WGS 72BE / South China Sea Lambert
 ETRS89 / Austria Lambert
 NAD83 / Iowa North (ftUS)
 NAD83 / Iowa South (ftUS)
 NAD83 / Kansas North (ftUS)
 NAD83 / Kansas South (ftUS)
 NAD83 / Nevada East (ftUS)
 NAD83 / Nevada Central (ftUS)
 NAD83 / Nevada West (ftUS)
 NAD83 / New Jersey (ftUS)
 NAD83(HARN) / Iowa North (ftUS)
 NAD83(HARN) / Iowa South (ftUS)
 NAD83(HARN) / Kansas North (ftUS)
 NAD83(HARN) / Kansas South (ftUS)
 NAD83(HARN) / Nevada East (ftUS)
 NAD83(HARN) / Nevada Central (ftUS)
 NAD83(HARN) / Nevada West (ftUS)
 NAD83(HARN) / New Jersey (ftUS)
 NAD83 / Arkansas North (ftUS)
 NAD83 / Arkansas South (ftUS)
 NAD83 / Illinois East (ftUS)
 NAD83 / Illinois West (ftUS)
 NAD83 / New Hampshire (ftUS)
 NAD83 / Rhode Island (ftUS)
 PSD93 / UTM zone 39N
 PSD93 / UTM zone 40N
 NAD83(HARN) / Arkansas North (ftUS)
 NAD83(HARN) / Arkansas South (ftUS)
 NAD83(HARN) / Illinois East (ftUS)
 NAD83(HARN) / Illinois West (ftUS)
 NAD83(HARN) / New Hampshire (ftUS)
 NAD83(HARN) / Rhode Island (ftUS)
 ETRS89 / Belgian Lambert 2005
 JAD2001 / Jamaica Metric Grid
 JAD2001 / UTM zone 17N
 JAD2001 / UTM zone 18N
 NAD83 / Louisiana North (ftUS)
 NAD83 / Louisiana South (ftUS)
 NAD83 / Louisiana Offshore (ftUS)
 NAD83 / South Dakota North (ftUS)
 NAD83 / South Dakota South (ftUS)
 NAD83(HARN) / Louisiana North (ftUS)
 NAD83(HARN) / Louisiana South (ftUS)
 NAD83(HARN) / South Dakota North (ftUS)
 NAD83(HARN) / South Dakota South (ftUS)
 Fiji 1986 / Fiji Map Grid
 Dabola 1981 / UTM zone 28N
 Dabola 1981 / UTM zone 29N
 NAD83 / Maine CS2000 Central
 NAD83(HARN) / Maine CS2000 Central
 NAD83(NSRS2007) / Alabama East
 NAD83(NSRS2007) / Alabama West
 NAD83(NSRS2007) / Alaska Albers
 NAD83(NSRS2007) / Alaska zone 1
 NAD83(NSRS2007) / Alaska zone 2
 NAD83(NSRS2007) / Alaska zone 3
 NAD83(NSRS2007) / Alaska zone 4
 NAD83(NSRS2007) / Alaska zone 5
 NAD83(NSRS2007) / Alaska zone 6
 NAD83(NSRS2007) / Alaska zone 7
 NAD83(NSRS2007) / Alaska zone 8
 NAD83(NSRS2007) / Alaska zone 9
 NAD83(NSRS2007) / Alaska zone 10
 NAD83(NSRS2007) / Arizona Central
 NAD83(NSRS2007) / Arizona Central (ft)
 NAD83(NSRS2007) / Arizona East
 NAD83(NSRS2007) / Arizona East (ft)
 NAD83(NSRS2007) / Arizona West
 NAD83(NSRS2007) / Arizona West (ft)
 NAD83(NSRS2007) / Arkansas North
 NAD83(NSRS2007) / Arkansas North (ftUS)
 NAD83(NSRS2007) / Arkansas South
 NAD83(NSRS2007) / Arkansas South (ftUS)
 NAD83(NSRS2007) / California Albers
 NAD83(NSRS2007) / California zone 1
 NAD83(NSRS2007) / California zone 1 (ftUS)
 NAD83(NSRS2007) / California zone 2
 NAD83(NSRS2007) / California zone 2 (ftUS)
 NAD83(NSRS2007) / California zone 3
 NAD83(NSRS2007) / California zone 3 (ftUS)
 NAD83(NSRS2007) / California zone 4
 NAD83(NSRS2007) / California zone 4 (ftUS)
 NAD83(NSRS2007) / California zone 5
 NAD83(NSRS2007) / California zone 5 (ftUS)
 NAD83(NSRS2007) / California zone 6
 NAD83(NSRS2007) / California zone 6 (ftUS)
 NAD83(NSRS2007) / Colorado Central
 NAD83(NSRS2007) / Colorado Central (ftUS)
 NAD83(NSRS2007) / Colorado North
 NAD83(NSRS2007) / Colorado North (ftUS)
 NAD83(NSRS2007) / Colorado South
 NAD83(NSRS2007) / Colorado South (ftUS)
 NAD83(NSRS2007) / Connecticut
 NAD83(NSRS2007) / Connecticut (ftUS)
 NAD83(NSRS2007) / Delaware
 NAD83(NSRS2007) / Delaware (ftUS)
 NAD83(NSRS2007) / Florida East
 NAD83(NSRS2007) / Florida East (ftUS)
 NAD83(NSRS2007) / Florida GDL Albers
 NAD83(NSRS2007) / Florida North
 NAD83(NSRS2007) / Florida North (ftUS)
 NAD83(NSRS2007) / Florida West
 NAD83(NSRS2007) / Florida West (ftUS)
 NAD83(NSRS2007) / Georgia East
 NAD83(NSRS2007) / Georgia East (ftUS)
 NAD83(NSRS2007) / Georgia West
 NAD83(NSRS2007) / Georgia West (ftUS)
 NAD83(NSRS2007) / Idaho Central
 NAD83(NSRS2007) / Idaho Central (ftUS)
 NAD83(NSRS2007) / Idaho East
 NAD83(NSRS2007) / Idaho East (ftUS)
 NAD83(NSRS2007) / Idaho West
 NAD83(NSRS2007) / Idaho West (ftUS)
 NAD83(NSRS2007) / Illinois East
 NAD83(NSRS2007) / Illinois East (ftUS)
 NAD83(NSRS2007) / Illinois West
 NAD83(NSRS2007) / Illinois West (ftUS)
 NAD83(NSRS2007) / Indiana East
 NAD83(NSRS2007) / Indiana East (ftUS)
 NAD83(NSRS2007) / Indiana West
 NAD83(NSRS2007) / Indiana West (ftUS)
 NAD83(NSRS2007) / Iowa North
 NAD83(NSRS2007) / Iowa North (ftUS)
 NAD83(NSRS2007) / Iowa South
 NAD83(NSRS2007) / Iowa South (ftUS)
 NAD83(NSRS2007) / Kansas North
 NAD83(NSRS2007) / Kansas North (ftUS)
 NAD83(NSRS2007) / Kansas South
 NAD83(NSRS2007) / Kansas South (ftUS)
 NAD83(NSRS2007) / Kentucky North
 NAD83(NSRS2007) / Kentucky North (ftUS)
 NAD83(NSRS2007) / Kentucky Single Zone
 NAD83(NSRS2007) / Kentucky Single Zone (ftUS)
 NAD83(NSRS2007) / Kentucky South
 NAD83(NSRS2007) / Kentucky South (ftUS)
 NAD83(NSRS2007) / Louisiana North
 NAD83(NSRS2007) / Louisiana North (ftUS)
 NAD83(NSRS2007) / Louisiana South
 NAD83(NSRS2007) / Louisiana South (ftUS)
 NAD83(NSRS2007) / Maine CS2000 Central
 NAD83(NSRS2007) / Maine CS2000 East
 NAD83(NSRS2007) / Maine CS2000 West
 NAD83(NSRS2007) / Maine East
 NAD83(NSRS2007) / Maine West
 NAD83(NSRS2007) / Maryland
 NAD83 / Utah North (ftUS)
 Old Hawaiian / Hawaii zone 1
 Old Hawaiian / Hawaii zone 2
 Old Hawaiian / Hawaii zone 3
 Old Hawaiian / Hawaii zone 4
 Old Hawaiian / Hawaii zone 5
 NAD83 / Utah Central (ftUS)
 NAD83 / Utah South (ftUS)
 NAD83(HARN) / Utah North (ftUS)
 NAD83(HARN) / Utah Central (ftUS)
 NAD83(HARN) / Utah South (ftUS)
 WGS 84 / North Pole LAEA Bering Sea
 WGS 84 / North Pole LAEA Alaska
 WGS 84 / North Pole LAEA Canada
 WGS 84 / North Pole LAEA Atlantic
 WGS 84 / North Pole LAEA Europe
 WGS 84 / North Pole LAEA Russia
 GDA94 / Australian Albers
 NAD83 / Yukon Albers
 NAD83(CSRS) / Yukon Albers
 NAD83 / NWT Lambert
 NAD83(CSRS) / NWT Lambert
 NAD83(NSRS2007) / Maryland (ftUS)
 NAD83(NSRS2007) / Massachusetts Island
 NAD83(NSRS2007) / Massachusetts Island (ftUS)
 NAD83(NSRS2007) / Massachusetts Mainland
 NAD83(NSRS2007) / Massachusetts Mainland (ftUS)
 NAD83(NSRS2007) / Michigan Central
 NAD83(NSRS2007) / Michigan Central (ft)
 NAD83(NSRS2007) / Michigan North
 NAD83(NSRS2007) / Michigan North (ft)
 NAD83(NSRS2007) / Michigan Oblique Mercator
 NAD83(NSRS2007) / Michigan South
 NAD83(NSRS2007) / Michigan South (ft)
 NAD83(NSRS2007) / Minnesota Central
 NAD83(NSRS2007) / Minnesota North
 NAD83(NSRS2007) / Minnesota South
 NAD83(NSRS2007) / Mississippi East
 NAD83(NSRS2007) / Mississippi East (ftUS)
 NAD83(NSRS2007) / Mississippi West
 NAD83(NSRS2007) / Mississippi West (ftUS)
 NAD83(NSRS2007) / Missouri Central
 NAD83(NSRS2007) / Missouri East
 NAD83(NSRS2007) / Missouri West
 NAD83(NSRS2007) / Montana
 NAD83(NSRS2007) / Montana (ft)
 NAD83(NSRS2007) / Nebraska
 NAD83(NSRS2007) / Nevada Central
 NAD83(NSRS2007) / Nevada Central (ftUS)
 NAD83(NSRS2007) / Nevada East
 NAD83(NSRS2007) / Nevada East (ftUS)
 NAD83(NSRS2007) / Nevada West
 NAD83(NSRS2007) / Nevada West (ftUS)
 NAD83(NSRS2007) / New Hampshire
 NAD83(NSRS2007) / New Hampshire (ftUS)
 NAD83(NSRS2007) / New Jersey
 NAD83(NSRS2007) / New Jersey (ftUS)
 NAD83(NSRS2007) / New Mexico Central
 NAD83(NSRS2007) / New Mexico Central (ftUS)
 NAD83(NSRS2007) / New Mexico East
 NAD83(NSRS2007) / New Mexico East (ftUS)
 NAD83(NSRS2007) / New Mexico West
 NAD83(NSRS2007) / New Mexico West (ftUS)
 NAD83(NSRS2007) / New York Central
 NAD83(NSRS2007) / New York Central (ftUS)
 NAD83(NSRS2007) / New York East
 NAD83(NSRS2007) / New York East (ftUS)
 NAD83(NSRS2007) / New York Long Island
 NAD83(NSRS2007) / New York Long Island (ftUS)
 NAD83(NSRS2007) / New York West
 NAD83(NSRS2007) / New York West (ftUS)
 NAD83(NSRS2007) / North Carolina
 NAD83(NSRS2007) / North Carolina (ftUS)
 NAD83(NSRS2007) / North Dakota North
 NAD83(NSRS2007) / North Dakota North (ft)
 NAD83(NSRS2007) / North Dakota South
 NAD83(NSRS2007) / North Dakota South (ft)
 NAD83(NSRS2007) / Ohio North
 NAD83(NSRS2007) / Ohio South
 NAD83(NSRS2007) / Oklahoma North
 NAD83(NSRS2007) / Oklahoma North (ftUS)
 NAD83(NSRS2007) / Oklahoma South
 NAD83(NSRS2007) / Oklahoma South (ftUS)
 NAD83(NSRS2007) / Oregon LCC (m)
 NAD83(NSRS2007) / Oregon GIC Lambert (ft)
 NAD83(NSRS2007) / Oregon North
 NAD83(NSRS2007) / Oregon North (ft)
 NAD83(NSRS2007) / Oregon South
 NAD83(NSRS2007) / Oregon South (ft)
 NAD83(NSRS2007) / Pennsylvania North
 NAD83(NSRS2007) / Pennsylvania North (ftUS)
 NAD83(NSRS2007) / Pennsylvania South
 NAD83(NSRS2007) / Pennsylvania South (ftUS)
 NAD83(NSRS2007) / Rhode Island
 NAD83(NSRS2007) / Rhode Island (ftUS)
 NAD83(NSRS2007) / South Carolina
 NAD83(NSRS2007) / South Carolina (ft)
 NAD83(NSRS2007) / South Dakota North
 NAD83(NSRS2007) / South Dakota North (ftUS)
 NAD83(NSRS2007) / South Dakota South
 NAD83(NSRS2007) / South Dakota South (ftUS)
 NAD83(NSRS2007) / Tennessee
 NAD83(NSRS2007) / Tennessee (ftUS)
 NAD83(NSRS2007) / Texas Central
 NAD83(NSRS2007) / Texas Central (ftUS)
 NAD83(NSRS2007) / Texas Centric Albers Equal Area
 NAD83(NSRS2007) / Texas Centric Lambert Conformal
 NAD83(NSRS2007) / Texas North
 NAD83(NSRS2007) / Texas North (ftUS)
 NAD83(NSRS2007) / Texas North Central
 NAD83(NSRS2007) / Texas North Central (ftUS)
 NAD83(NSRS2007) / Texas South
 NAD83(NSRS2007) / Texas South (ftUS)
 NAD83(NSRS2007) / Texas South Central
 NAD83(NSRS2007) / Texas South Central (ftUS)
 NAD83(NSRS2007) / Utah Central
 NAD83(NSRS2007) / Utah Central (ft)
 NAD83(NSRS2007) / Utah Central (ftUS)
 NAD83(NSRS2007) / Utah North
 NAD83(NSRS2007) / Utah North (ft)
 NAD83(NSRS2007) / Utah North (ftUS)
 NAD83(NSRS2007) / Utah South
 NAD83(NSRS2007) / Utah South (ft)
 NAD83(NSRS2007) / Utah South (ftUS)
 NAD83(NSRS2007) / Vermont
 NAD83(NSRS2007) / Virginia North
 NAD83(NSRS2007) / Virginia North (ftUS)
 NAD83(NSRS2007) / Virginia South
 NAD83(NSRS2007) / Virginia South (ftUS)
 NAD83(NSRS2007) / Washington North
 NAD83(NSRS2007) / Washington North (ftUS)
 NAD83(NSRS2007) / Washington South
 NAD83(NSRS2007) / Washington South (ftUS)
 NAD83(NSRS2007) / West Virginia North
 NAD83(NSRS2007) / West Virginia South
 NAD83(NSRS2007) / Wisconsin Central
 NAD83(NSRS2007) / Wisconsin Central (ftUS)
 NAD83(NSRS2007) / Wisconsin North
 NAD83(NSRS2007) / Wisconsin North (ftUS)
 NAD83(NSRS2007) / Wisconsin South
 NAD83(NSRS2007) / Wisconsin South (ftUS)
 NAD83(NSRS2007) / Wisconsin Transverse Mercator
 NAD83(NSRS2007) / Wyoming East
 NAD83(NSRS2007) / Wyoming East Central
 NAD83(NSRS2007) / Wyoming West Central
 NAD83(NSRS2007) / Wyoming West
 NAD83(NSRS2007) / UTM zone 59N
 NAD83(NSRS2007) / UTM zone 60N
 NAD83(NSRS2007) / UTM zone 1N
 NAD83(NSRS2007) / UTM zone 2N
 NAD83(NSRS2007) / UTM zone 3N
 NAD83(NSRS2007) / UTM zone 4N
 NAD83(NSRS2007) / UTM zone 5N
 NAD83(NSRS2007) / UTM zone 6N
 NAD83(NSRS2007) / UTM zone 7N
 NAD83(NSRS2007) / UTM zone 8N
 NAD83(NSRS2007) / UTM zone 9N
 NAD83(NSRS2007) / UTM zone 10N
 NAD83(NSRS2007) / UTM zone 11N
 NAD83(NSRS2007) / UTM zone 12N
 NAD83(NSRS2007) / UTM zone 13N
 NAD83(NSRS2007) / UTM zone 14N
 NAD83(NSRS2007) / UTM zone 15N
 NAD83(NSRS2007) / UTM zone 16N
 NAD83(NSRS2007) / UTM zone 17N
 NAD83(NSRS2007) / UTM zone 18N
 NAD83(NSRS2007) / UTM zone 19N
 Reunion 1947 / TM Reunion
 NAD83(NSRS2007) / Ohio North (ftUS)
 NAD83(NSRS2007) / Ohio South (ftUS)
 NAD83(NSRS2007) / Wyoming East (ftUS)
 NAD83(NSRS2007) / Wyoming East Central (ftUS)
 NAD83(NSRS2007) / Wyoming West Central (ftUS)
 NAD83(NSRS2007) / Wyoming West (ftUS)
 NAD83 / Ohio North (ftUS)
 NAD83 / Ohio South (ftUS)
 NAD83 / Wyoming East (ftUS)
 NAD83 / Wyoming East Central (ftUS)
 NAD83 / Wyoming West Central (ftUS)
 NAD83 / Wyoming West (ftUS)
 NAD83(HARN) / UTM zone 10N
 NAD83(HARN) / UTM zone 11N
 NAD83(HARN) / UTM zone 12N
 NAD83(HARN) / UTM zone 13N
 NAD83(HARN) / UTM zone 14N
 NAD83(HARN) / UTM zone 15N
 NAD83(HARN) / UTM zone 16N
 NAD83(HARN) / UTM zone 17N
 NAD83(HARN) / UTM zone 18N
 NAD83(HARN) / UTM zone 19N
 NAD83(HARN) / UTM zone 4N
 NAD83(HARN) / UTM zone 5N
 WGS 84 / Mercator 41
 NAD83(HARN) / Ohio North (ftUS)
 NAD83(HARN) / Ohio South (ftUS)
 NAD83(HARN) / Wyoming East (ftUS)
 NAD83(HARN) / Wyoming East Central (ftUS)
 NAD83(HARN) / Wyoming West Central (ftUS)
 NAD83(HARN) / Wyoming West (ftUS)
 NAD83 / Hawaii zone 3 (ftUS)
 NAD83(HARN) / Hawaii zone 3 (ftUS)
 NAD83(CSRS) / UTM zone 22N
 WGS 84 / South Georgia Lambert
 ETRS89 / Portugal TM06
 NZGD2000 / Chatham Island Circuit 2000
 HTRS96 / Croatia TM
 HTRS96 / Croatia LCC
 HTRS96 / UTM zone 33N
 HTRS96 / UTM zone 34N
 Bermuda 1957 / UTM zone 20N
 BDA2000 / Bermuda 2000 National Grid
 NAD27 / Alberta 3TM ref merid 111 W
 NAD27 / Alberta 3TM ref merid 114 W
 NAD27 / Alberta 3TM ref merid 117 W
 NAD27 / Alberta 3TM ref merid 120 W
 NAD83 / Alberta 3TM ref merid 111 W
 NAD83 / Alberta 3TM ref merid 114 W
 NAD83 / Alberta 3TM ref merid 117 W
 NAD83 / Alberta 3TM ref merid 120 W
 NAD83(CSRS) / Alberta 3TM ref merid 111 W
 NAD83(CSRS) / Alberta 3TM ref merid 114 W
 NAD83(CSRS) / Alberta 3TM ref merid 117 W
 NAD83(CSRS) / Alberta 3TM ref merid 120 W
 Pitcairn 2006 / Pitcairn TM 2006
 Pitcairn 1967 / UTM zone 9S
 Popular Visualisation CRS / Mercator
 World Equidistant Cylindrical (Sphere)
 MGI / Slovene National Grid
 NZGD2000 / Auckland Islands TM 2000
 NZGD2000 / Campbell Island TM 2000
 NZGD2000 / Antipodes Islands TM 2000
 NZGD2000 / Raoul Island TM 2000
2 NZGD2000 / Chatham Islands TM 2000
 Slovenia 1996 / Slovene National Grid
 NAD27 / Cuba Norte
 NAD27 / Cuba Sur
 NAD27 / MTQ Lambert
 NAD83 / MTQ Lambert
 NAD83(CSRS) / MTQ Lambert
 NAD27 / Alberta 3TM ref merid 120 W
 NAD83 / Alberta 3TM ref merid 120 W
 NAD83(CSRS) / Alberta 3TM ref merid 120 W
10 ETRS89 / Belgian Lambert 2008
2 NAD83 / Mississippi TM
 NAD83(HARN) / Mississippi TM
 NAD83(NSRS2007) / Mississippi TM
3 HD1909
2 TWD67
2 TWD97
 TWD97
 TWD97 / TM2 zone 119
 TWD97 / TM2 zone 121
 TWD67 / TM2 zone 119
 TWD67 / TM2 zone 121
 Hu Tzu Shan 1950 / UTM zone 51N
3 WGS 84 / PDC Mercator
 Pulkovo 1942(58) / Gauss-Kruger zone 2
 Pulkovo 1942(83) / Gauss-Kruger zone 2
 Pulkovo 1942(83) / Gauss-Kruger zone 3
 Pulkovo 1942(83) / Gauss-Kruger zone 4
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 3
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 4
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 9
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 10
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 6
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 7
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 8
 Pulkovo 1942(58) / Stereo70
 SWEREF99 / RT90 7.5 gon V emulation
 SWEREF99 / RT90 5 gon V emulation
 SWEREF99 / RT90 2.5 gon V emulation
 SWEREF99 / RT90 0 gon emulation
 SWEREF99 / RT90 2.5 gon O emulation
 SWEREF99 / RT90 5 gon O emulation
 NZGD2000 / NZCS2000
 RSRGD2000 / DGLC2000
2 County ST74
3 WGS 84 / Pseudo-Mercator
16 EUREF-FIN / GK19FIN
 EUREF-FIN / GK20FIN
 EUREF-FIN / GK21FIN
 EUREF-FIN / GK22FIN
 EUREF-FIN / GK23FIN
 EUREF-FIN / GK24FIN
 EUREF-FIN / GK25FIN
 EUREF-FIN / GK26FIN
 EUREF-FIN / GK27FIN
 EUREF-FIN / GK28FIN
 EUREF-FIN / GK29FIN
 EUREF-FIN / GK30FIN
 EUREF-FIN / GK31FIN
3 IGRS
 IGRS
 IGRS / UTM zone 37N
 IGRS / UTM zone 38N
 IGRS / UTM zone 39N
 ED50 / Iraq National Grid
8 KKJ / Finland Uniform Coordinate System + N60 height
 EUREF-FIN / TM35FIN(N,E) + N60 height
 EUREF-FIN / TM35FIN(N,E) + N2000 height
3 MGI 1901
 MGI 1901 / Balkans zone 5
 MGI 1901 / Balkans zone 6
 MGI 1901 / Balkans zone 7
 MGI 1901 / Balkans zone 8
 MGI 1901 / Slovenia Grid
 MGI 1901 / Slovene National Grid
8 Puerto Rico / UTM zone 20N
22 RGF93 v1 / CC42
 RGF93 v1 / CC43
 RGF93 v1 / CC44
 RGF93 v1 / CC45
 RGF93 v1 / CC46
 RGF93 v1 / CC47
 RGF93 v1 / CC48
 RGF93 v1 / CC49
 RGF93 v1 / CC50
18 NAD83 / Virginia Lambert
 NAD83(HARN) / Virginia Lambert
 NAD83(NSRS2007) / Virginia Lambert
3 WGS 84 / NSIDC EASE-Grid North
 WGS 84 / NSIDC EASE-Grid South
 WGS 84 / NSIDC EASE-Grid Global
 WGS 84 / NSIDC Sea Ice Polar Stereographic South
2 NAD83 / Canada Atlas Lambert
 NAD83(CSRS) / Canada Atlas Lambert
6 Katanga 1955 / Katanga Lambert
 Katanga 1955 / Katanga Gauss zone A
 Katanga 1955 / Katanga Gauss zone B
 Katanga 1955 / Katanga Gauss zone C
 Katanga 1955 / Katanga Gauss zone D
2 Puerto Rico State Plane CS of 1927
 Puerto Rico / St. Croix
 Guam 1963 / Guam SPCS
 WGS 84 / Mercator 41
 WGS 84 / Arctic Polar Stereographic
 WGS 84 / IBCAO Polar Stereographic
 WGS 84 / Dubai Local TM
4 Unknown datum based upon the Airy 1830 ellipsoid
 Unknown datum based upon the Airy Modified 1849 ellipsoid
 Unknown datum based upon the Australian National Spheroid
 Unknown datum based upon the Bessel 1841 ellipsoid
 Unknown datum based upon the Bessel Modified ellipsoid
 Unknown datum based upon the Bessel Namibia ellipsoid
 Unknown datum based upon the Clarke 1858 ellipsoid
 Unknown datum based upon the Clarke 1866 ellipsoid
 Unknown datum based upon the Clarke 1866 Michigan ellipsoid
 Unknown datum based upon the Clarke 1880 (Benoit) ellipsoid
 Unknown datum based upon the Clarke 1880 (IGN) ellipsoid
 Unknown datum based upon the Clarke 1880 (RGS) ellipsoid
 Unknown datum based upon the Clarke 1880 (Arc) ellipsoid
 Unknown datum based upon the Clarke 1880 (SGA 1922) ellipsoid
 Unknown datum based upon the Everest 1830 (1937 Adjustment) ellipsoid
 Unknown datum based upon the Everest 1830 (1967 Definition) ellipsoid
 MOLDREF99
 Unknown datum based upon the Everest 1830 Modified ellipsoid
 Unknown datum based upon the GRS 1980 ellipsoid
 Unknown datum based upon the Helmert 1906 ellipsoid
 Unknown datum based upon the Indonesian National Spheroid
 Unknown datum based upon the International 1924 ellipsoid
 MOLDREF99
 Unknown datum based upon the Krassowsky 1940 ellipsoid
 Unknown datum based upon the NWL 9D ellipsoid
 MOLDREF99 / Moldova TM
 Unknown datum based upon the Plessis 1817 ellipsoid
 Unknown datum based upon the Struve 1860 ellipsoid
 Unknown datum based upon the War Office ellipsoid
 Unknown datum based upon the WGS 84 ellipsoid
 Unknown datum based upon the GEM 10C ellipsoid
 Unknown datum based upon the OSU86F ellipsoid
 Unknown datum based upon the OSU91A ellipsoid
 Unknown datum based upon the Clarke 1880 ellipsoid
 Unknown datum based upon the Authalic Sphere
 Unknown datum based upon the GRS 1967 ellipsoid
 WGS 84 / TMzn35N
 WGS 84 / TMzn36N
2 RGRDC 2005
 Unknown datum based upon the Average Terrestrial System 1977 ellipsoid
 Unknown datum based upon the Everest (1830 Definition) ellipsoid
 Unknown datum based upon the WGS 72 ellipsoid
 Unknown datum based upon the Everest 1830 (1962 Definition) ellipsoid
 Unknown datum based upon the Everest 1830 (1975 Definition) ellipsoid
 RGRDC 2005
 Unspecified datum based upon the GRS 1980 Authalic Sphere
 RGRDC 2005 / Congo TM zone 12
 RGRDC 2005 / Congo TM zone 14
 RGRDC 2005 / Congo TM zone 16
 RGRDC 2005 / Congo TM zone 18
 Unspecified datum based upon the Clarke 1866 Authalic Sphere
 Unspecified datum based upon the International 1924 Authalic Sphere
 Unspecified datum based upon the Hughes 1980 ellipsoid
 Popular Visualisation CRS
 RGRDC 2005 / Congo TM zone 20
 RGRDC 2005 / Congo TM zone 22
 RGRDC 2005 / Congo TM zone 24
 RGRDC 2005 / Congo TM zone 26
 RGRDC 2005 / Congo TM zone 28
 RGRDC 2005 / UTM zone 33S
 RGRDC 2005 / UTM zone 34S
 RGRDC 2005 / UTM zone 35S
8 Chua / UTM zone 23S
3 SREF98
 SREF98
5 REGCAN95
 REGCAN95
 REGCAN95 / UTM zone 27N
 REGCAN95 / UTM zone 28N
4 WGS 84 / World Equidistant Cylindrical
 World Equidistant Cylindrical (Sphere)
5 ETRS89 / DKTM1
 ETRS89 / DKTM2
 ETRS89 / DKTM3
 ETRS89 / DKTM4
 ETRS89 / DKTM1 + DVR90 height
 ETRS89 / DKTM2 + DVR90 height
 ETRS89 / DKTM3 + DVR90 height
 ETRS89 / DKTM4 + DVR90 height
20 Greek
 GGRS87
 ATS77
 KKJ
 RT90
 Samboja
 LKS94 (ETRS89)
 Tete
 Madzansua
 Observatario
 Moznet
 Indian 1960
 FD58
 EST92
 PSD93
 Old Hawaiian
 St. Lawrence Island
 St. Paul Island
 St. George Island
 Puerto Rico
 NAD83(CSRS98)
 Israel 1993
 Locodjo 1965
 Abidjan 1987
 Kalianpur 1937
 Kalianpur 1962
 Kalianpur 1975
 Hanoi 1972
 Hartebeesthoek94
 CH1903
 CH1903+
 CHTRS95
 NAD83(HARN)
 Rassadiran
 ED50(ED77)
 Dabola 1981
 S-JTSK
 Mount Dillon
 Naparima 1955
 ELD79
 Chos Malal 1914
 Pampa del Castillo
 Korean 1985
 Yemen NGN96
 South Yemen
 Bissau
 Korean 1995
 NZGD2000
 Accra
 American Samoa 1962
 SIRGAS 1995
 RGF93 v1
 POSGAR
 IRENET95
 Sierra Leone 1924
 Sierra Leone 1968
 Australian Antarctic
2 Pulkovo 1942(83)
 Pulkovo 1942(58)
 EST97
 LUREF
 Azores Occidental 1939
 Azores Central 1948
 Azores Oriental 1940
 Madeira 1936
3 OSNI 1952
 REGVEN
 POSGAR 98
 Albanian 1987
 Douala 1948
 Manoca 1962
 Qoornoq 1927
 Scoresbysund 1952
 Ammassalik 1958
 Garoua
 Kousseri
 Egypt 1930
 Pulkovo 1995
 Adindan
 AGD66
 AGD84
 Ain el Abd
 Afgooye
 Agadez
 Lisbon
 Aratu
 Arc 1950
 Arc 1960
 Batavia
 Barbados 1938
 Beduaram
 Beijing 1954
 BD50
 Bermuda 1957
 NAD83 / BLM 59N (ftUS)
 Bogota 1975
 Bukit Rimpah
 Camacupa 1948
 Campo Inchauspe
 Cape
 Carthage
 Chua
 Corrego Alegre 1970-72
 Cote d'Ivoire
 Deir ez Zor
 Douala
 Egypt 1907
 ED50
 ED87
 Fahud
 Gandajika 1970
 Garoua
 Guyane Francaise
 Hu Tzu Shan 1950
 HD72
 ID74
 Indian 1954
 Indian 1975
 Jamaica 1875
 JAD69
 Kalianpur 1880
 Kandawala
 Kertau 1968
 KOC
 La Canoa
 PSAD56
 Lake
 Leigon
 Liberia 1964
 Lome
 Luzon 1911
 Hito XVIII 1963
 Herat North
 Mahe 1971
 Makassar
 ETRS89
 Malongo 1987
 Manoca
 Merchich
 Massawa
 Minna
 Mhast
 Monte Mario
 M'poraloko
 NAD27
 NAD27 Michigan
 NAD83
 Nahrwan 1967
 Naparima 1972
 NZGD49
 NGO 1948
 Datum 73
 NTF
 NSWC 9Z-2
 OSGB36
 OSGB70
 OS(SN)80
 Padang
 Palestine 1923
 Pointe Noire
 GDA94
 Pulkovo 1942
 Qatar 1974
 Qatar 1948
 Qornoq
 Loma Quintana
 Amersfoort
2 SAD69
 Sapper Hill 1943
 Schwarzeck
 Segora
 Serindung
 Sudan
 Tananarive
 Timbalai 1948
 TM65
 TM75
 Tokyo
 Trinidad 1903
 TC(1948)
 Voirol 1875
2 Bern 1938
 Nord Sahara 1959
 RT38
 Yacare
 Yoff
 Zanderij
 MGI
 BD72
 DHDN
 Conakry 1905
 Dealul Piscului 1930
 Dealul Piscului 1970
 NGN
 KUDAMS
3 WGS 72
2 WGS 72BE
2 WGS 84
 WGS 84 (geographic 3D)
2 WGS 84 (3D)
10 Australian Antarctic (3D)
2 EST97 (3D)
2 CHTRF95 (3D)
2 ETRS89 (3D)
2 GDA94 (3D)
2 Hartebeesthoek94 (3D)
2 IRENET95 (3D)
2 JGD2000 (3D)
2 LKS94 (ETRS89) (3D)
2 Moznet (3D)
2 NAD83(CSRS) (3D)
2 NAD83(HARN) (3D)
2 NZGD2000 (3D)
2 POSGAR 98 (3D)
2 REGVEN (3D)
2 RGF93 (3D)
2 RGFG95 (3D)
2 RGR92 (3D)
2 SIRGAS (3D)
2 SWEREF99 (3D)
2 Yemen NGN96 (3D)
2 RGNC 1991 (3D)
2 RRAF 1991 (3D)
3 ISN93 (3D)
2 LKS92 (3D)
2 Kertau 1968 / Johor Grid
 Kertau 1968 / Sembilan and Melaka Grid
 Kertau 1968 / Pahang Grid
 Kertau 1968 / Selangor Grid
 Kertau 1968 / Terengganu Grid
 Kertau 1968 / Pinang Grid
 Kertau 1968 / Kedah and Perlis Grid
 Kertau 1968 / Perak Revised Grid
 Kertau 1968 / Kelantan Grid
 NAD27 / BLM 59N (ftUS)
 NAD27 / BLM 60N (ftUS)
 NAD27 / BLM 1N (ftUS)
 NAD27 / BLM 2N (ftUS)
 NAD27 / BLM 3N (ftUS)
 NAD27 / BLM 4N (ftUS)
 NAD27 / BLM 5N (ftUS)
 NAD27 / BLM 6N (ftUS)
 NAD27 / BLM 7N (ftUS)
 NAD27 / BLM 8N (ftUS)
 NAD27 / BLM 9N (ftUS)
 NAD27 / BLM 10N (ftUS)
 NAD27 / BLM 11N (ftUS)
 NAD27 / BLM 12N (ftUS)
 NAD27 / BLM 13N (ftUS)
 NAD83(HARN) / Guam Map Grid
 Katanga 1955 / Katanga Lambert
2 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 7
 NAD27 / BLM 18N (ftUS)
 NAD27 / BLM 19N (ftUS)
 NAD83 / BLM 60N (ftUS)
 NAD83 / BLM 1N (ftUS)
 NAD83 / BLM 2N (ftUS)
 NAD83 / BLM 3N (ftUS)
 NAD83 / BLM 4N (ftUS)
 NAD83 / BLM 5N (ftUS)
 NAD83 / BLM 6N (ftUS)
 NAD83 / BLM 7N (ftUS)
 NAD83 / BLM 8N (ftUS)
 NAD83 / BLM 9N (ftUS)
 NAD83 / BLM 10N (ftUS)
 NAD83 / BLM 11N (ftUS)
 NAD83 / BLM 12N (ftUS)
 NAD83 / BLM 13N (ftUS)
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 8
3 NAD83(NSRS2007) / Puerto Rico and Virgin Is.
 NAD83 / BLM 18N (ftUS)
 NAD83 / BLM 19N (ftUS)
16 NAD27 / Pennsylvania South
 NAD27 / New York Long Island
 NAD83 / South Dakota North (ftUS)
5 WGS 84 / Australian Centre for Remote Sensing Lambert
 RGSPM06
3 RGSPM06
 RGSPM06 / UTM zone 21N
2 RGM04
 RGM04
 RGM04 / UTM zone 38S
 Cadastre 1997
2 Cadastre 1997 / UTM zone 38S
 Cadastre 1997
5 China Geodetic Coordinate System 2000
2 Mexico ITRF92
 Mexico ITRF92
 Mexico ITRF92 / UTM zone 11N
 Mexico ITRF92 / UTM zone 12N
 Mexico ITRF92 / UTM zone 13N
 Mexico ITRF92 / UTM zone 14N
 Mexico ITRF92 / UTM zone 15N
 Mexico ITRF92 / UTM zone 16N
 China Geodetic Coordinate System 2000
 CGCS2000 / Gauss-Kruger zone 13
 CGCS2000 / Gauss-Kruger zone 14
 CGCS2000 / Gauss-Kruger zone 15
 CGCS2000 / Gauss-Kruger zone 16
 CGCS2000 / Gauss-Kruger zone 17
 CGCS2000 / Gauss-Kruger zone 18
 CGCS2000 / Gauss-Kruger zone 19
 CGCS2000 / Gauss-Kruger zone 20
 CGCS2000 / Gauss-Kruger zone 21
 CGCS2000 / Gauss-Kruger zone 22
 CGCS2000 / Gauss-Kruger zone 23
 CGCS2000 / Gauss-Kruger CM 75E
 CGCS2000 / Gauss-Kruger CM 81E
 CGCS2000 / Gauss-Kruger CM 87E
 CGCS2000 / Gauss-Kruger CM 93E
 CGCS2000 / Gauss-Kruger CM 99E
 CGCS2000 / Gauss-Kruger CM 105E
 CGCS2000 / Gauss-Kruger CM 111E
 CGCS2000 / Gauss-Kruger CM 117E
 CGCS2000 / Gauss-Kruger CM 123E
 CGCS2000 / Gauss-Kruger CM 129E
 CGCS2000 / Gauss-Kruger CM 135E
 CGCS2000 / 3-degree Gauss-Kruger zone 25
 CGCS2000 / 3-degree Gauss-Kruger zone 26
 CGCS2000 / 3-degree Gauss-Kruger zone 27
 CGCS2000 / 3-degree Gauss-Kruger zone 28
 CGCS2000 / 3-degree Gauss-Kruger zone 29
 CGCS2000 / 3-degree Gauss-Kruger zone 30
 CGCS2000 / 3-degree Gauss-Kruger zone 31
 CGCS2000 / 3-degree Gauss-Kruger zone 32
 CGCS2000 / 3-degree Gauss-Kruger zone 33
 CGCS2000 / 3-degree Gauss-Kruger zone 34
 CGCS2000 / 3-degree Gauss-Kruger zone 35
 CGCS2000 / 3-degree Gauss-Kruger zone 36
 CGCS2000 / 3-degree Gauss-Kruger zone 37
 CGCS2000 / 3-degree Gauss-Kruger zone 38
 CGCS2000 / 3-degree Gauss-Kruger zone 39
 CGCS2000 / 3-degree Gauss-Kruger zone 40
 CGCS2000 / 3-degree Gauss-Kruger zone 41
 CGCS2000 / 3-degree Gauss-Kruger zone 42
 CGCS2000 / 3-degree Gauss-Kruger zone 43
 CGCS2000 / 3-degree Gauss-Kruger zone 44
 CGCS2000 / 3-degree Gauss-Kruger zone 45
 CGCS2000 / 3-degree Gauss-Kruger CM 75E
 CGCS2000 / 3-degree Gauss-Kruger CM 78E
 CGCS2000 / 3-degree Gauss-Kruger CM 81E
 CGCS2000 / 3-degree Gauss-Kruger CM 84E
 CGCS2000 / 3-degree Gauss-Kruger CM 87E
 CGCS2000 / 3-degree Gauss-Kruger CM 90E
 CGCS2000 / 3-degree Gauss-Kruger CM 93E
 CGCS2000 / 3-degree Gauss-Kruger CM 96E
 CGCS2000 / 3-degree Gauss-Kruger CM 99E
 CGCS2000 / 3-degree Gauss-Kruger CM 102E
 CGCS2000 / 3-degree Gauss-Kruger CM 105E
 CGCS2000 / 3-degree Gauss-Kruger CM 108E
 CGCS2000 / 3-degree Gauss-Kruger CM 111E
 CGCS2000 / 3-degree Gauss-Kruger CM 114E
 CGCS2000 / 3-degree Gauss-Kruger CM 117E
 CGCS2000 / 3-degree Gauss-Kruger CM 120E
 CGCS2000 / 3-degree Gauss-Kruger CM 123E
 CGCS2000 / 3-degree Gauss-Kruger CM 126E
 CGCS2000 / 3-degree Gauss-Kruger CM 129E
 CGCS2000 / 3-degree Gauss-Kruger CM 132E
 CGCS2000 / 3-degree Gauss-Kruger CM 135E
 New Beijing
2 RRAF 1991
 RRAF 1991
 RRAF 1991 / UTM zone 20N
9 New Beijing / Gauss-Kruger zone 13
 New Beijing / Gauss-Kruger zone 14
 New Beijing / Gauss-Kruger zone 15
 New Beijing / Gauss-Kruger zone 16
 New Beijing / Gauss-Kruger zone 17
 New Beijing / Gauss-Kruger zone 18
 New Beijing / Gauss-Kruger zone 19
 New Beijing / Gauss-Kruger zone 20
 New Beijing / Gauss-Kruger zone 21
 New Beijing / Gauss-Kruger zone 22
 New Beijing / Gauss-Kruger zone 23
 New Beijing / Gauss-Kruger CM 75E
 New Beijing / Gauss-Kruger CM 81E
 New Beijing / Gauss-Kruger CM 87E
 New Beijing / Gauss-Kruger CM 93E
 New Beijing / Gauss-Kruger CM 99E
 New Beijing / Gauss-Kruger CM 105E
 New Beijing / Gauss-Kruger CM 111E
 New Beijing / Gauss-Kruger CM 117E
 New Beijing / Gauss-Kruger CM 123E
 New Beijing / Gauss-Kruger CM 129E
 New Beijing / Gauss-Kruger CM 135E
11 Anguilla 1957
 Antigua 1943
 Dominica 1945
 Grenada 1953
 Montserrat 1958
 St. Kitts 1955
 St. Lucia 1955
 St. Vincent 1945
 NAD27(76)
 NAD27(CGQ77)
 Xian 1980
 Hong Kong 1980
 JGD2000
 Segara
 QND95
 Porto Santo
 Selvagem Grande
 NAD83(CSRS)
 SAD69
 SWEREF99
 Point 58
 Fort Marigot
 Guadeloupe 1948
 CSG67
 RGFG95
 Martinique 1938
 Reunion 1947
 RGR92
 Tahiti 52
 Tahaa 54
 IGN72 Nuku Hiva
 K0 1949
 Combani 1950
 IGN56 Lifou
 IGN72 Grand Terre
 ST87 Ouvea
 Petrels 1972
 Perroud 1950
 Saint Pierre et Miquelon 1950
 MOP78
 RRAF 1991
 IGN53 Mare
 ST84 Ile des Pins
 ST71 Belep
 NEA74 Noumea
 RGNC 1991
 Grand Comoros
 ETRS89 / UTM zone 32N (zE-N)
5 New Beijing / 3-degree Gauss-Kruger zone 25
 New Beijing / 3-degree Gauss-Kruger zone 26
 New Beijing / 3-degree Gauss-Kruger zone 27
 New Beijing / 3-degree Gauss-Kruger zone 28
 New Beijing / 3-degree Gauss-Kruger zone 29
 Reykjavik 1900
 Hjorsey 1955
 ISN93
 Helle 1954
 LKS-92
 IGN72 Grande Terre
 Porto Santo 1995
 Azores Oriental 1995
 Azores Central 1995
 Lisbon 1890
 IKBD-92
 ED79
 LKS94
 IGM95
 Voirol 1879
 Chatham Islands 1971
 Chatham Islands 1979
 SIRGAS 2000
 Guam 1963
 Vientiane 1982
 Lao 1993
 Lao 1997
 Jouik 1961
 Nouakchott 1965
 Mauritania 1999
 Gulshan 303
 PRS92
 Gan 1970
 Gandajika
 MAGNA-SIRGAS
 RGPF
 Fatu Iva 72
 IGN63 Hiva Oa
 Tahiti 79
 Moorea 87
 Maupiti 83
 Nakhl-e Ghanem
 POSGAR 94
 Katanga 1955
 Kasai 1953
 IGC 1962 6th Parallel South
 IGN 1962 Kerguelen
 Le Pouce 1934
 IGN Astro 1960
 IGCB 1955
 Mauritania 1999
 Mhast 1951
 Mhast (onshore)
 Mhast (offshore)
 Egypt Gulf of Suez S-650 TL
 Tern Island 1961
 Cocos Islands 1965
 Iwo Jima 1945
 Astro DOS 71
 Marcus Island 1952
 Ascension Island 1958
 Ayabelle Lighthouse
 Bellevue
 Camp Area Astro
 Phoenix Islands 1966
 Cape Canaveral
 Solomon 1968
 Easter Island 1967
 Fiji 1986
 Fiji 1956
 South Georgia 1968
 GCGD59
 Diego Garcia 1969
 Johnston Island 1961
 SIGD61
 Midway 1961
 PN84
 Pitcairn 1967
 Santo 1965
 Viti Levu 1916
 Marshall Islands 1960
 Wake Island 1952
 Tristan 1968
 Kusaie 1951
 Deception Island
 KGD2002
 Hong Kong 1963
 Hong Kong 1963(67)
 PZ-90
 FD54
 GDM2000
 Karbala 1979
 Nahrwan 1934
 RD/83
 PD/83
 GR96
 Vanua Levu 1915
 RGNC91-93
 ST87 Ouvea
 Kertau (RSO)
 Viti Levu 1912
 fk89
 LGD2006
 DGN95
 VN-2000
 SVY21
 JAD2001
 NAD83(NSRS2007)
 WGS 66
 HTRS96
 BDA2000
 Pitcairn 2006
 RSRGD2000
 Slovenia 1996
 New Beijing / 3-degree Gauss-Kruger zone 30
 New Beijing / 3-degree Gauss-Kruger zone 31
 New Beijing / 3-degree Gauss-Kruger zone 32
 New Beijing / 3-degree Gauss-Kruger zone 33
 New Beijing / 3-degree Gauss-Kruger zone 34
 New Beijing / 3-degree Gauss-Kruger zone 35
 New Beijing / 3-degree Gauss-Kruger zone 36
 New Beijing / 3-degree Gauss-Kruger zone 37
 New Beijing / 3-degree Gauss-Kruger zone 38
 New Beijing / 3-degree Gauss-Kruger zone 39
 New Beijing / 3-degree Gauss-Kruger zone 40
 New Beijing / 3-degree Gauss-Kruger zone 41
 New Beijing / 3-degree Gauss-Kruger zone 42
 New Beijing / 3-degree Gauss-Kruger zone 43
 New Beijing / 3-degree Gauss-Kruger zone 44
 New Beijing / 3-degree Gauss-Kruger zone 45
 New Beijing / 3-degree Gauss-Kruger CM 75E
 New Beijing / 3-degree Gauss-Kruger CM 78E
 New Beijing / 3-degree Gauss-Kruger CM 81E
 New Beijing / 3-degree Gauss-Kruger CM 84E
 New Beijing / 3-degree Gauss-Kruger CM 87E
 New Beijing / 3-degree Gauss-Kruger CM 90E
 New Beijing / 3-degree Gauss-Kruger CM 93E
 New Beijing / 3-degree Gauss-Kruger CM 96E
 New Beijing / 3-degree Gauss-Kruger CM 99E
 New Beijing / 3-degree Gauss-Kruger CM 102E
 New Beijing / 3-degree Gauss-Kruger CM 105E
 New Beijing / 3-degree Gauss-Kruger CM 108E
 New Beijing / 3-degree Gauss-Kruger CM 111E
 New Beijing / 3-degree Gauss-Kruger CM 114E
 New Beijing / 3-degree Gauss-Kruger CM 117E
 New Beijing / 3-degree Gauss-Kruger CM 120E
 New Beijing / 3-degree Gauss-Kruger CM 123E
 New Beijing / 3-degree Gauss-Kruger CM 126E
 New Beijing / 3-degree Gauss-Kruger CM 129E
 CH1903 (Bern)
 Bogota 1975 (Bogota)
 Lisbon (Lisbon)
 Makassar (Jakarta)
 MGI (Ferro)
 Monte Mario (Rome)
 NTF (Paris)
 Padang (Jakarta)
 BD50 (Brussels)
 Tananarive (Paris)
 Voirol 1875 (Paris)
 New Beijing / 3-degree Gauss-Kruger CM 132E
 Batavia (Jakarta)
 RT38 (Stockholm)
 Greek (Athens)
 Carthage (Paris)
 NGO 1948 (Oslo)
 S-JTSK (Ferro)
 Nord Sahara 1959 (Paris)
 Segara (Jakarta)
 Voirol 1879 (Paris)
 New Beijing / 3-degree Gauss-Kruger CM 135E
 Sao Tome
 Principe
2 WGS 84 / Cape Verde National
13 ETRS89 / LCC Germany (N-E)
16 ETRS89 / NTM zone 5
 ETRS89 / NTM zone 6
 ETRS89 / NTM zone 7
 ETRS89 / NTM zone 8
 ETRS89 / NTM zone 9
 ETRS89 / NTM zone 10
 ETRS89 / NTM zone 11
 ETRS89 / NTM zone 12
 ETRS89 / NTM zone 13
 ETRS89 / NTM zone 14
 ETRS89 / NTM zone 15
 ETRS89 / NTM zone 16
 ETRS89 / NTM zone 17
 ETRS89 / NTM zone 18
 ETRS89 / NTM zone 19
 ETRS89 / NTM zone 20
 ETRS89 / NTM zone 21
 ETRS89 / NTM zone 22
 ETRS89 / NTM zone 23
 ETRS89 / NTM zone 24
 ETRS89 / NTM zone 25
 ETRS89 / NTM zone 26
 ETRS89 / NTM zone 27
 ETRS89 / NTM zone 28
 ETRS89 / NTM zone 29
 ETRS89 / NTM zone 30
3 Slovenia 1996
2 RSRGD2000
2 BDA2000
2 HTRS96
2 WGS 66
2 NAD83(NSRS2007)
2 JAD2001
3 DGN95
2 LGD2006
 ATF (Paris)
 NDG (Paris)
 Madrid 1870 (Madrid)
 Lisbon 1890 (Lisbon)
3 RGNC91-93
2 GR96
12 GDM2000
2 PZ-90
2 Mauritania 1999
2 KGD2002
2 POSGAR 94
2 Australian Antarctic
2 CHTRS95
2 EST97
2 ETRS89
2 GDA94
2 Hartebeesthoek94
2 IRENET95
2 ISN93
2 JGD2000
2 LKS-92
2 LKS94
2 Moznet
2 NAD83(CSRS)
2 NAD83(HARN)
2 NZGD2000
2 POSGAR 98
2 REGVEN
2 RGF93 v1
2 RGFG95
2 RGNC 1991
2 RGR92
2 RRAF 1991
2 SIRGAS 1995
2 SWEREF99
2 WGS 84
2 Yemen NGN96
2 IGM95
2 WGS 72
2 WGS 72BE
2 SIRGAS 2000
2 Lao 1993
2 Lao 1997
2 PRS92
2 MAGNA-SIRGAS
2 RGPF
13 PTRA08
 PTRA08
 PTRA08 / UTM zone 25N
 PTRA08 / UTM zone 26N
 PTRA08 / UTM zone 28N
 Lisbon 1890 / Portugal Bonne New
 Lisbon / Portuguese Grid New
23 WGS 84 / UPS North (E,N)
 WGS 84 / UPS South (E,N)
6 EUREF-FIN / TM35FIN(N,E)
21 NAD27 / Conus Albers
 NAD83 / Conus Albers
 NAD83(HARN) / Conus Albers
 NAD83(NSRS2007) / Conus Albers
33 ETRS89-NOR [EUREF89] / NTM zone 5
 ETRS89-NOR [EUREF89] / NTM zone 6
 ETRS89-NOR [EUREF89] / NTM zone 7
 ETRS89-NOR [EUREF89] / NTM zone 8
 ETRS89-NOR [EUREF89] / NTM zone 9
 ETRS89-NOR [EUREF89] / NTM zone 10
 ETRS89-NOR [EUREF89] / NTM zone 11
 ETRS89-NOR [EUREF89] / NTM zone 12
 ETRS89-NOR [EUREF89] / NTM zone 13
 ETRS89-NOR [EUREF89] / NTM zone 14
 ETRS89-NOR [EUREF89] / NTM zone 15
 ETRS89-NOR [EUREF89] / NTM zone 16
 ETRS89-NOR [EUREF89] / NTM zone 17
 ETRS89-NOR [EUREF89] / NTM zone 18
 ETRS89-NOR [EUREF89] / NTM zone 19
 ETRS89-NOR [EUREF89] / NTM zone 20
 ETRS89-NOR [EUREF89] / NTM zone 21
 ETRS89-NOR [EUREF89] / NTM zone 22
 ETRS89-NOR [EUREF89] / NTM zone 23
 ETRS89-NOR [EUREF89] / NTM zone 24
 ETRS89-NOR [EUREF89] / NTM zone 25
 ETRS89-NOR [EUREF89] / NTM zone 26
 ETRS89-NOR [EUREF89] / NTM zone 27
 ETRS89-NOR [EUREF89] / NTM zone 28
 ETRS89-NOR [EUREF89] / NTM zone 29
 ETRS89-NOR [EUREF89] / NTM zone 30
2 Tokyo 1892
35 Korean 1985 / East Sea Belt
 Korean 1985 / Central Belt Jeju
 Tokyo 1892 / Korea West Belt
 Tokyo 1892 / Korea Central Belt
 Tokyo 1892 / Korea East Belt
 Tokyo 1892 / Korea East Sea Belt
 Korean 1985 / Modified West Belt
 Korean 1985 / Modified Central Belt
 Korean 1985 / Modified Central Belt Jeju
 Korean 1985 / Modified East Belt
 Korean 1985 / Modified East Sea Belt
 Korean 1985 / Unified CS
 KGD2002 / Unified CS
 KGD2002 / West Belt
 KGD2002 / Central Belt
 KGD2002 / Central Belt Jeju
 KGD2002 / East Belt
 KGD2002 / East Sea Belt
 KGD2002 / West Belt 2010
 KGD2002 / Central Belt 2010
 KGD2002 / East Belt 2010
 KGD2002 / East Sea Belt 2010
33 S-JTSK (Ferro) / Krovak East North
2 WGS 84 / Gabon TM
 S-JTSK/05 (Ferro) / Modified Krovak
 S-JTSK/05 (Ferro) / Modified Krovak East North
3 S-JTSK/05
 S-JTSK/05 (Ferro)
4 SLD99
 Kandawala / Sri Lanka Grid
 SLD99 / Sri Lanka Grid 1999
8 ETRS89 / LCC Germany (E-N)
2 GDBD2009
 GDBD2009
 GDBD2009 / Brunei BRSO
4 TUREF
 TUREF
 TUREF / TM27
 TUREF / TM30
 TUREF / TM33
 TUREF / TM36
 TUREF / TM39
 TUREF / TM42
 TUREF / TM45
4 DRUKREF 03
 DRUKREF 03
2 DRUKREF 03 / Bhutan National Grid
3 TUREF / 3-degree Gauss-Kruger zone 9
 TUREF / 3-degree Gauss-Kruger zone 10
 TUREF / 3-degree Gauss-Kruger zone 11
 TUREF / 3-degree Gauss-Kruger zone 12
 TUREF / 3-degree Gauss-Kruger zone 13
 TUREF / 3-degree Gauss-Kruger zone 14
 TUREF / 3-degree Gauss-Kruger zone 15
17 DRUKREF 03 / Bumthang TM
 DRUKREF 03 / Chhukha TM
 DRUKREF 03 / Dagana TM
 DRUKREF 03 / Gasa TM
 DRUKREF 03 / Ha TM
 DRUKREF 03 / Lhuentse TM
 DRUKREF 03 / Mongar TM
 DRUKREF 03 / Paro TM
 DRUKREF 03 / Pemagatshel TM
 DRUKREF 03 / Punakha TM
 DRUKREF 03 / Samdrup Jongkhar TM
 DRUKREF 03 / Samtse TM
 DRUKREF 03 / Sarpang TM
 DRUKREF 03 / Thimphu TM
 DRUKREF 03 / Trashigang TM
 DRUKREF 03 / Trongsa TM
 DRUKREF 03 / Tsirang TM
 DRUKREF 03 / Wangdue Phodrang TM
 DRUKREF 03 / Yangtse TM
 DRUKREF 03 / Zhemgang TM
5 ETRS89 / Faroe TM
2 ETRS89 / Faroe TM + FVR09 height
2 NAD83 / Teranet Ontario Lambert
 NAD83(CSRS) / Teranet Ontario Lambert
2 ISN2004
 ISN2004
 ISN2004 / Lambert 2004
4 Segara (Jakarta) / NEIEZ
 Batavia (Jakarta) / NEIEZ
 Makassar (Jakarta) / NEIEZ
6 Aratu / UTM zone 25S
3 POSGAR 2007
2 POSGAR 2007
 POSGAR 2007 / Argentina 1
 POSGAR 2007 / Argentina 2
 POSGAR 2007 / Argentina 3
 POSGAR 2007 / Argentina 4
 POSGAR 2007 / Argentina 5
 POSGAR 2007 / Argentina 6
 POSGAR 2007 / Argentina 7
4 MARGEN
 MARGEN
 MARGEN / UTM zone 20S
 MARGEN / UTM zone 19S
 MARGEN / UTM zone 21S
2 SIRGAS-Chile 2002
 SIRGAS-Chile 2002
 SIRGAS-Chile 2002 / UTM zone 19S
 SIRGAS-Chile 2002 / UTM zone 18S
2 CR05
 CR05
2 CR05 / CRTM05
3 MACARIO SOLIS
 MACARIO SOLIS
 Peru96
 Peru96
7 SIRGAS-ROU98
 SIRGAS-ROU98
 SIRGAS-ROU98 / UTM zone 21S
 SIRGAS-ROU98 / UTM zone 22S
4 Peru96 / UTM zone 18S
 Peru96 / UTM zone 17S
 Peru96 / UTM zone 19S
3 SIRGAS_ES2007.8
 SIRGAS_ES2007.8
3 SIRGAS 2000 / UTM zone 26S
55 Ocotepeque 1935
5 Ocotepeque 1935 / Costa Rica Norte
 Ocotepeque 1935 / Costa Rica Sur
 Ocotepeque 1935 / Guatemala Norte
 Ocotepeque 1935 / Guatemala Sur
 Ocotepeque 1935 / El Salvador Lambert
 Ocotepeque 1935 / Nicaragua Norte
 Ocotepeque 1935 / Nicaragua Sur
 SAD69 / UTM zone 17N
 Sibun Gorge 1922
2 Sibun Gorge 1922 / Colony Grid
 Panama-Colon 1911
2 Panama-Colon 1911 / Panama Lambert
3 Panama-Colon 1911 / Panama Polyconic
7 RSRGD2000 / MSLC2000
 RSRGD2000 / BCLC2000
 RSRGD2000 / PCLC2000
 RSRGD2000 / RSPS2000
6 RGAF09
 RGAF09
 RGAF09 / UTM zone 20N
8 NAD83 + NAVD88 height
 NAD83(HARN) + NAVD88 height
 NAD83(NSRS2007) + NAVD88 height
13 S-JTSK / Krovak
 S-JTSK / Krovak East North
 S-JTSK/05 / Modified Krovak
 S-JTSK/05 / Modified Krovak East North
2 CI1971 / Chatham Islands Map Grid
 CI1979 / Chatham Islands Map Grid
 DHDN / 3-degree Gauss-Kruger zone 1
3 WGS 84 / Gabon TM 2011
 Corrego Alegre 1961
3 SAD69(96)
3 SAD69(96) / Brazil Polyconic
 SAD69(96) / UTM zone 21S
 SAD69(96) / UTM zone 22S
 SAD69(96) / UTM zone 23S
 SAD69(96) / UTM zone 24S
 SAD69(96) / UTM zone 25S
 Corrego Alegre 1961 / UTM zone 21S
 Corrego Alegre 1961 / UTM zone 22S
 Corrego Alegre 1961 / UTM zone 23S
 Corrego Alegre 1961 / UTM zone 24S
6 PNG94
 PNG94
4 PNG94 / PNGMG94 zone 54
 PNG94 / PNGMG94 zone 55
 PNG94 / PNGMG94 zone 56
2 ETRS89 / UTM zone 31N + DHHN92 height
 ETRS89 / UTM zone 32N + DHHN92 height
 ETRS89 / UTM zone 33N + DHHN92 height
3 Ocotepeque 1935 / Guatemala Norte
 UCS-2000
 UCS-2000
 UCS-2000 / Gauss-Kruger zone 4
 UCS-2000 / Gauss-Kruger zone 5
 UCS-2000 / Gauss-Kruger zone 6
 UCS-2000 / Gauss-Kruger zone 7
 UCS-2000 / Gauss-Kruger CM 21E
 UCS-2000 / Gauss-Kruger CM 27E
 UCS-2000 / Gauss-Kruger CM 33E
 UCS-2000 / Gauss-Kruger CM 39E
 UCS-2000 / 3-degree Gauss-Kruger zone 7
 UCS-2000 / 3-degree Gauss-Kruger zone 8
 UCS-2000 / 3-degree Gauss-Kruger zone 9
 UCS-2000 / 3-degree Gauss-Kruger zone 10
 UCS-2000 / 3-degree Gauss-Kruger zone 11
 UCS-2000 / 3-degree Gauss-Kruger zone 12
 UCS-2000 / 3-degree Gauss-Kruger zone 13
 UCS-2000 / 3-degree Gauss-Kruger CM 21E
 UCS-2000 / 3-degree Gauss-Kruger CM 24E
 UCS-2000 / 3-degree Gauss-Kruger CM 27E
 UCS-2000 / 3-degree Gauss-Kruger CM 30E
 UCS-2000 / 3-degree Gauss-Kruger CM 33E
 UCS-2000 / 3-degree Gauss-Kruger CM 36E
 UCS-2000 / 3-degree Gauss-Kruger CM 39E
5 NAD27 / New Brunswick Stereographic (NAD27)
 Sibun Gorge 1922 / Colony Grid
3 FEH2010
 FEH2010
3 FEH2010 / Fehmarnbelt TM
2 FEH2010 / Fehmarnbelt TM + FCSVR10 height
25 NAD27 / Michigan East
 NAD27 / Michigan Old Central
 NAD27 / Michigan West
2 ED50 / TM 6 NE
 SWEREF99 + RH2000 height
 Moznet / UTM zone 38S
2 Pulkovo 1942(58) / Gauss-Kruger zone 2 (E-N)
 PTRA08 / LCC Europe
 PTRA08 / LAEA Europe
 REGCAN95 / LCC Europe
 REGCAN95 / LAEA Europe
 TUREF / LAEA Europe
 TUREF / LCC Europe
 ISN2004 / LAEA Europe
 ISN2004 / LCC Europe
2 SIRGAS 2000 / Brazil Mercator
2 ED50 / SPBA LCC
 RGR92 / UTM zone 39S
2 NAD83 / Vermont (ftUS)
3 ETRS89 / UTM zone 31N (zE-N)
 ETRS89 / UTM zone 33N (zE-N)
 ETRS89 / UTM zone 31N (N-zE)
 ETRS89 / UTM zone 32N (N-zE)
 ETRS89 / UTM zone 33N (N-zE)
 NAD83(HARN) / Vermont (ftUS)
 NAD83(NSRS2007) / Vermont (ftUS)
4 Monte Mario / TM Emilia-Romagna
4 Pulkovo 1942(58) / Gauss-Kruger zone 3 (E-N)
 Pulkovo 1942(83) / Gauss-Kruger zone 2 (E-N)
 Pulkovo 1942(83) / Gauss-Kruger zone 3 (E-N)
 PD/83 / 3-degree Gauss-Kruger zone 3 (E-N)
 PD/83 / 3-degree Gauss-Kruger zone 4 (E-N)
 RD/83 / 3-degree Gauss-Kruger zone 4 (E-N)
 RD/83 / 3-degree Gauss-Kruger zone 5 (E-N)
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 3 (E-N)
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 4 (E-N)
 Pulkovo 1942(58) / 3-degree Gauss-Kruger zone 5 (E-N)
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 3 (E-N)
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 4 (E-N)
 Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 5 (E-N)
 DHDN / 3-degree Gauss-Kruger zone 2 (E-N)
 DHDN / 3-degree Gauss-Kruger zone 3 (E-N)
 DHDN / 3-degree Gauss-Kruger zone 4 (E-N)
 DHDN / 3-degree Gauss-Kruger zone 5 (E-N)
 DHDN / 3-degree Gauss-Kruger zone 1 (E-N)
 DB_REF
 DB_REF / 3-degree Gauss-Kruger zone 2 (E-N)
 DB_REF / 3-degree Gauss-Kruger zone 3 (E-N)
 DB_REF / 3-degree Gauss-Kruger zone 4 (E-N)
 DB_REF / 3-degree Gauss-Kruger zone 5 (E-N)
13 RGF93 v1 / Lambert-93 + NGF-IGN69 height
 RGF93 v1 / Lambert-93 + NGF-IGN78 height
 NZGD2000 / UTM zone 1S
7 NTF (Paris) / Lambert zone I + NGF-IGN69 height
 NTF (Paris) / Lambert zone IV + NGF-IGN78 height
117 AGD66 / ACT Standard Grid
5 DB_REF
2 DB_REF / 3-degree Gauss-Kruger zone 2 (E-N) + DHHN92 height
 DB_REF / 3-degree Gauss-Kruger zone 3 (E-N) + DHHN92 height
 DB_REF / 3-degree Gauss-Kruger zone 4 (E-N) + DHHN92 height
 DB_REF / 3-degree Gauss-Kruger zone 5 (E-N) + DHHN92 height
 Yemen NGN96 / UTM zone 37N
 Yemen NGN96 / UTM zone 40N
2 Peru96 / UTM zone 17S
3 WGS 84 / TM 12 SE
2 RGRDC 2005 / Congo TM zone 30
 SWEREF99 TM + RH2000 height
 SWEREF99 12 00 + RH2000 height
 SWEREF99 13 30 + RH2000 height
 SWEREF99 15 00 + RH2000 height
 SWEREF99 16 30 + RH2000 height
 SWEREF99 18 00 + RH2000 height
 SWEREF99 14 15 + RH2000 height
 SWEREF99 15 45 + RH2000 height
 SWEREF99 17 15 + RH2000 height
 SWEREF99 18 45 + RH2000 height
 SWEREF99 20 15 + RH2000 height
 SWEREF99 21 45 + RH2000 height
 SWEREF99 23 15 + RH2000 height
 SAD69(96) / UTM zone 22S
17 SAD69(96) / UTM zone 18S
 SAD69(96) / UTM zone 19S
 SAD69(96) / UTM zone 20S
2 Cadastre 1997 / UTM zone 38S
 SIRGAS 2000 / Brazil Polyconic
5 TGD2005
 TGD2005
 TGD2005 / Tonga Map Grid
3 JAXA Snow Depth Polar Stereographic North
6 VN-2000 / TM-3 zone 481
 VN-2000 / TM-3 zone 482
 VN-2000 / TM-3 zone 491
 VN-2000 / TM-3 107-45
22 WGS 84 / EPSG Arctic Regional zone A1
 WGS 84 / EPSG Arctic Regional zone A2
 WGS 84 / EPSG Arctic Regional zone A3
 WGS 84 / EPSG Arctic Regional zone A4
 WGS 84 / EPSG Arctic Regional zone A5
 WGS 84 / EPSG Arctic Regional zone B1
 WGS 84 / EPSG Arctic Regional zone B2
 WGS 84 / EPSG Arctic Regional zone B3
 WGS 84 / EPSG Arctic Regional zone B4
 WGS 84 / EPSG Arctic Regional zone B5
 WGS 84 / EPSG Arctic Regional zone C1
 WGS 84 / EPSG Arctic Regional zone C2
 WGS 84 / EPSG Arctic Regional zone C3
 WGS 84 / EPSG Arctic Regional zone C4
 WGS 84 / EPSG Arctic Regional zone C5
 WGS 84 / EPSG Alaska Polar Stereographic
 WGS 84 / EPSG Canada Polar Stereographic
 WGS 84 / EPSG Greenland Polar Stereographic
 WGS 84 / EPSG Norway Polar Stereographic
 WGS 84 / EPSG Russia Polar Stereographic
2 ETRS89-NOR [EUREF89] + NN2000 height
3 ETRS89-NOR [EUREF89] / NTM zone 5 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 6 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 7 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 8 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 9 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 10 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 11 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 12 + NN2000 height
 ETRS89-NOR [EUREF89 / NTM zone 13 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 14 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 15 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 16 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 17 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 18 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 19 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 20 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 21 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 22 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 23 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 24 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 25 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 26 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 27 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 28 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 29 + NN2000 height
 ETRS89-NOR [EUREF89] / NTM zone 30 + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 31N + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 32N + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 33N + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 34N + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 35N + NN2000 height
 ETRS89-NOR [EUREF89] / UTM zone 36N + NN2000 height
74 GR96 / EPSG Arctic zone 1-25
 GR96 / EPSG Arctic zone 2-18
 GR96 / EPSG Arctic zone 2-20
 GR96 / EPSG Arctic zone 3-29
 GR96 / EPSG Arctic zone 3-31
 GR96 / EPSG Arctic zone 3-33
 GR96 / EPSG Arctic zone 4-20
 GR96 / EPSG Arctic zone 4-22
 GR96 / EPSG Arctic zone 4-24
 GR96 / EPSG Arctic zone 5-41
 GR96 / EPSG Arctic zone 5-43
 GR96 / EPSG Arctic zone 5-45
 GR96 / EPSG Arctic zone 6-26
 GR96 / EPSG Arctic zone 6-28
 GR96 / EPSG Arctic zone 6-30
 GR96 / EPSG Arctic zone 7-11
 GR96 / EPSG Arctic zone 7-13
 GR96 / EPSG Arctic zone 8-20
 GR96 / EPSG Arctic zone 8-22
 ETRS89 / EPSG Arctic zone 2-22
 ETRS89 / EPSG Arctic zone 3-11
 ETRS89 / EPSG Arctic zone 4-26
 ETRS89 / EPSG Arctic zone 4-28
 ETRS89 / EPSG Arctic zone 5-11
 ETRS89 / EPSG Arctic zone 5-13
 WGS 84 / EPSG Arctic zone 2-24
 WGS 84 / EPSG Arctic zone 2-26
 WGS 84 / EPSG Arctic zone 3-13
 WGS 84 / EPSG Arctic zone 3-15
 WGS 84 / EPSG Arctic zone 3-17
 WGS 84 / EPSG Arctic zone 3-19
 WGS 84 / EPSG Arctic zone 4-30
 WGS 84 / EPSG Arctic zone 4-32
 WGS 84 / EPSG Arctic zone 4-34
 WGS 84 / EPSG Arctic zone 4-36
 WGS 84 / EPSG Arctic zone 4-38
 WGS 84 / EPSG Arctic zone 4-40
 WGS 84 / EPSG Arctic zone 5-15
 WGS 84 / EPSG Arctic zone 5-17
 WGS 84 / EPSG Arctic zone 5-19
 WGS 84 / EPSG Arctic zone 5-21
 WGS 84 / EPSG Arctic zone 5-23
 WGS 84 / EPSG Arctic zone 5-25
 WGS 84 / EPSG Arctic zone 5-27
 NAD83(NSRS2007) / EPSG Arctic zone 5-29
 NAD83(NSRS2007) / EPSG Arctic zone 5-31
 NAD83(NSRS2007) / EPSG Arctic zone 6-14
 NAD83(NSRS2007) / EPSG Arctic zone 6-16
 NAD83(CSRS) / EPSG Arctic zone 1-23
 NAD83(CSRS) / EPSG Arctic zone 2-14
 NAD83(CSRS) / EPSG Arctic zone 2-16
 NAD83(CSRS) / EPSG Arctic zone 3-25
 NAD83(CSRS) / EPSG Arctic zone 3-27
 NAD83(CSRS) / EPSG Arctic zone 3-29
 NAD83(CSRS) / EPSG Arctic zone 4-14
 NAD83(CSRS) / EPSG Arctic zone 4-16
 NAD83(CSRS) / EPSG Arctic zone 4-18
 NAD83(CSRS) / EPSG Arctic zone 5-33
 NAD83(CSRS) / EPSG Arctic zone 5-35
 NAD83(CSRS) / EPSG Arctic zone 5-37
 NAD83(CSRS) / EPSG Arctic zone 5-39
 NAD83(CSRS) / EPSG Arctic zone 6-18
 NAD83(CSRS) / EPSG Arctic zone 6-20
 NAD83(CSRS) / EPSG Arctic zone 6-22
 NAD83(CSRS) / EPSG Arctic zone 6-24
 WGS 84 / EPSG Arctic zone 1-27
 WGS 84 / EPSG Arctic zone 1-29
 WGS 84 / EPSG Arctic zone 1-31
 WGS 84 / EPSG Arctic zone 1-21
 WGS 84 / EPSG Arctic zone 2-28
 WGS 84 / EPSG Arctic zone 2-10
 WGS 84 / EPSG Arctic zone 2-12
 WGS 84 / EPSG Arctic zone 3-21
 WGS 84 / EPSG Arctic zone 3-23
 WGS 84 / EPSG Arctic zone 4-12
 ETRS89 / EPSG Arctic zone 5-47
3 Grand Cayman National Grid 1959
 Sister Islands National Grid 1961
5 CIGD11
 CIGD11
6 Cayman Islands National Grid 2011
3 ETRS89-NOR [EUREF89] + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 5 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 6 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 7 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 8 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 9 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 10 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 11 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 12 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 13 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 14 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 15 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 16 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 17 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 18 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 19 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 20 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 21 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 22 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 23 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 24 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 25 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 26 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 27 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 28 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 29 + NN54 height
 ETRS89-NOR [EUREF89] / NTM zone 30 + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 31N + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 32N + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 33N + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 34N + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 35N + NN54 height
 ETRS89-NOR [EUREF89] / UTM zone 36N + NN54 height
14 BD72 / Belgian Lambert 72 + Ostend height
10 NAD27 / Michigan North
 NAD27 / Michigan Central
 NAD27 / Michigan South
2 Macedonia State Coordinate System
3 Nepal 1981
3 SIRGAS 2000 / UTM zone 23N
 SIRGAS 2000 / UTM zone 24N
33 MAGNA-SIRGAS / Arauca urban grid
 MAGNA-SIRGAS / Armenia urban grid
 MAGNA-SIRGAS / Barranquilla urban grid
 MAGNA-SIRGAS / Bogota urban grid
 MAGNA-SIRGAS / Bucaramanga urban grid
 MAGNA-SIRGAS / Cali urban grid
 MAGNA-SIRGAS / Cartagena urban grid
 MAGNA-SIRGAS / Cucuta urban grid
 MAGNA-SIRGAS / Florencia urban grid
 MAGNA-SIRGAS / Ibague urban grid
 MAGNA-SIRGAS / Inirida urban grid
 MAGNA-SIRGAS / Leticia urban grid
 MAGNA-SIRGAS / Manizales urban grid
 MAGNA-SIRGAS / Medellin urban grid
 MAGNA-SIRGAS / Mitu urban grid
 MAGNA-SIRGAS / Mocoa urban grid
 MAGNA-SIRGAS / Monteria urban grid
 MAGNA-SIRGAS / Neiva urban grid
 MAGNA-SIRGAS / Pasto urban grid
 MAGNA-SIRGAS / Pereira urban grid
 MAGNA-SIRGAS / Popayan urban grid
 MAGNA-SIRGAS / Puerto Carreno urban grid
 MAGNA-SIRGAS / Quibdo urban grid
 MAGNA-SIRGAS / Riohacha urban grid
 MAGNA-SIRGAS / San Andres urban grid
 MAGNA-SIRGAS / San Jose del Guaviare urban grid
 MAGNA-SIRGAS / Santa Marta urban grid
 MAGNA-SIRGAS / Sucre urban grid
 MAGNA-SIRGAS / Tunja urban grid
 MAGNA-SIRGAS / Valledupar urban grid
 MAGNA-SIRGAS / Villavicencio urban grid
 MAGNA-SIRGAS / Yopal urban grid
32 NAD83(CORS96) / Puerto Rico and Virgin Is.
3 CGRS93
 CGRS93
 CGRS93 / Cyprus Local Transverse Mercator
4 MGI 1901 / Balkans zone 7
2 NAD83(2011)
 NAD83(2011)
2 NAD83(PA11)
 NAD83(PA11)
2 NAD83(MA11)
 NAD83(MA11)
3 NAD83(2011) / UTM zone 59N
 NAD83(2011) / UTM zone 60N
 NAD83(2011) / UTM zone 1N
 NAD83(2011) / UTM zone 2N
 NAD83(2011) / UTM zone 3N
 NAD83(2011) / UTM zone 4N
 NAD83(2011) / UTM zone 5N
 NAD83(2011) / UTM zone 6N
 NAD83(2011) / UTM zone 7N
 NAD83(2011) / UTM zone 8N
 NAD83(2011) / UTM zone 9N
 NAD83(2011) / UTM zone 10N
 NAD83(2011) / UTM zone 11N
 NAD83(2011) / UTM zone 12N
 NAD83(2011) / UTM zone 13N
 NAD83(2011) / UTM zone 14N
 NAD83(2011) / UTM zone 15N
 NAD83(2011) / UTM zone 16N
 NAD83(2011) / UTM zone 17N
 NAD83(2011) / UTM zone 18N
 NAD83(2011) / UTM zone 19N
 NAD83(2011) + NAVD88 height
 NAD83(2011) / Conus Albers
 NAD83(2011) / EPSG Arctic zone 5-29
 NAD83(2011) / EPSG Arctic zone 5-31
 NAD83(2011) / EPSG Arctic zone 6-14
 NAD83(2011) / EPSG Arctic zone 6-16
 NAD83(2011) / Alabama East
 NAD83(2011) / Alabama West
6 Mexico ITRF92 / LCC
2 Mexico ITRF2008
 Mexico ITRF2008
 Mexico ITRF2008 / UTM zone 11N
 Mexico ITRF2008 / UTM zone 12N
 Mexico ITRF2008 / UTM zone 13N
 Mexico ITRF2008 / UTM zone 14N
 Mexico ITRF2008 / UTM zone 15N
 Mexico ITRF2008 / UTM zone 16N
 Mexico ITRF2008 / LCC
9 UCS-2000 / Ukraine TM zone 7
 UCS-2000 / Ukraine TM zone 8
 UCS-2000 / Ukraine TM zone 9
 UCS-2000 / Ukraine TM zone 10
 UCS-2000 / Ukraine TM zone 11
 UCS-2000 / Ukraine TM zone 12
 UCS-2000 / Ukraine TM zone 13
4 Cayman Islands National Grid 2011
2 NAD83(2011) / Alaska Albers
 NAD83(2011) / Alaska zone 1
 NAD83(2011) / Alaska zone 2
 NAD83(2011) / Alaska zone 3
 NAD83(2011) / Alaska zone 4
 NAD83(2011) / Alaska zone 5
 NAD83(2011) / Alaska zone 6
 NAD83(2011) / Alaska zone 7
 NAD83(2011) / Alaska zone 8
 NAD83(2011) / Alaska zone 9
 NAD83(2011) / Alaska zone 10
 NAD83(2011) / Arizona Central
 NAD83(2011) / Arizona Central (ft)
 NAD83(2011) / Arizona East
 NAD83(2011) / Arizona East (ft)
 NAD83(2011) / Arizona West
 NAD83(2011) / Arizona West (ft)
 NAD83(2011) / Arkansas North
 NAD83(2011) / Arkansas North (ftUS)
 NAD83(2011) / Arkansas South
 NAD83(2011) / Arkansas South (ftUS)
 NAD83(2011) / California Albers
 NAD83(2011) / California zone 1
 NAD83(2011) / California zone 1 (ftUS)
 NAD83(2011) / California zone 2
 NAD83(2011) / California zone 2 (ftUS)
 NAD83(2011) / California zone 3
 NAD83(2011) / California zone 3 (ftUS)
 NAD83(2011) / California zone 4
 NAD83(2011) / California zone 4 (ftUS)
 NAD83(2011) / California zone 5
 NAD83(2011) / California zone 5 (ftUS)
 NAD83(2011) / California zone 6
 NAD83(2011) / California zone 6 (ftUS)
 NAD83(2011) / Colorado Central
 NAD83(2011) / Colorado Central (ftUS)
 NAD83(2011) / Colorado North
 NAD83(2011) / Colorado North (ftUS)
 NAD83(2011) / Colorado South
 NAD83(2011) / Colorado South (ftUS)
 NAD83(2011) / Connecticut
 NAD83(2011) / Connecticut (ftUS)
 NAD83(2011) / Delaware
 NAD83(2011) / Delaware (ftUS)
 NAD83(2011) / Florida East
 NAD83(2011) / Florida East (ftUS)
 NAD83(2011) / Florida GDL Albers
 NAD83(2011) / Florida North
 NAD83(2011) / Florida North (ftUS)
 NAD83(2011) / Florida West
 NAD83(2011) / Florida West (ftUS)
 NAD83(2011) / Georgia East
 NAD83(2011) / Georgia East (ftUS)
 NAD83(2011) / Georgia West
 NAD83(2011) / Georgia West (ftUS)
 NAD83(2011) / Idaho Central
 NAD83(2011) / Idaho Central (ftUS)
 NAD83(2011) / Idaho East
 NAD83(2011) / Idaho East (ftUS)
 NAD83(2011) / Idaho West
 NAD83(2011) / Idaho West (ftUS)
 NAD83(2011) / Illinois East
 NAD83(2011) / Illinois East (ftUS)
 NAD83(2011) / Illinois West
 NAD83(2011) / Illinois West (ftUS)
 NAD83(2011) / Indiana East
 NAD83(2011) / Indiana East (ftUS)
 NAD83(2011) / Indiana West
 NAD83(2011) / Indiana West (ftUS)
 NAD83(2011) / Iowa North
 NAD83(2011) / Iowa North (ftUS)
 NAD83(2011) / Iowa South
 NAD83(2011) / Iowa South (ftUS)
 NAD83(2011) / Kansas North
 NAD83(2011) / Kansas North (ftUS)
 NAD83(2011) / Kansas South
 NAD83(2011) / Kansas South (ftUS)
 NAD83(2011) / Kentucky North
 NAD83(2011) / Kentucky North (ftUS)
 NAD83(2011) / Kentucky Single Zone
 NAD83(2011) / Kentucky Single Zone (ftUS)
 NAD83(2011) / Kentucky South
 NAD83(2011) / Kentucky South (ftUS)
 NAD83(2011) / Louisiana North
 NAD83(2011) / Louisiana North (ftUS)
 NAD83(2011) / Louisiana South
 NAD83(2011) / Louisiana South (ftUS)
 NAD83(2011) / Maine CS2000 Central
 NAD83(2011) / Maine CS2000 East
 NAD83(2011) / Maine CS2000 West
 NAD83(2011) / Maine East
 NAD83(2011) / Maine East (ftUS)
 NAD83(2011) / Maine West
 NAD83(2011) / Maine West (ftUS)
 NAD83(2011) / Maryland
 NAD83(2011) / Maryland (ftUS)
 NAD83(2011) / Massachusetts Island
 NAD83(2011) / Massachusetts Island (ftUS)
 NAD83(2011) / Massachusetts Mainland
 NAD83(2011) / Massachusetts Mainland (ftUS)
 NAD83(2011) / Michigan Central
 NAD83(2011) / Michigan Central (ft)
 NAD83(2011) / Michigan North
 NAD83(2011) / Michigan North (ft)
 NAD83(2011) / Michigan Oblique Mercator
 NAD83(2011) / Michigan South
 NAD83(2011) / Michigan South (ft)
 NAD83(2011) / Minnesota Central
 NAD83(2011) / Minnesota Central (ftUS)
 NAD83(2011) / Minnesota North
 NAD83(2011) / Minnesota North (ftUS)
 NAD83(2011) / Minnesota South
 NAD83(2011) / Minnesota South (ftUS)
 NAD83(2011) / Mississippi East
 NAD83(2011) / Mississippi East (ftUS)
 NAD83(2011) / Mississippi TM
 NAD83(2011) / Mississippi West
 NAD83(2011) / Mississippi West (ftUS)
 NAD83(2011) / Missouri Central
 NAD83(2011) / Missouri East
 NAD83(2011) / Missouri West
 NAD83(2011) / Montana
 NAD83(2011) / Montana (ft)
 NAD83(2011) / Nebraska
 NAD83(2011) / Nebraska (ftUS)
 NAD83(2011) / Nevada Central
 NAD83(2011) / Nevada Central (ftUS)
 NAD83(2011) / Nevada East
 NAD83(2011) / Nevada East (ftUS)
 NAD83(2011) / Nevada West
 NAD83(2011) / Nevada West (ftUS)
 NAD83(2011) / New Hampshire
 NAD83(2011) / New Hampshire (ftUS)
 NAD83(2011) / New Jersey
 NAD83(2011) / New Jersey (ftUS)
 NAD83(2011) / New Mexico Central
 NAD83(2011) / New Mexico Central (ftUS)
 NAD83(2011) / New Mexico East
 NAD83(2011) / New Mexico East (ftUS)
 NAD83(2011) / New Mexico West
 NAD83(2011) / New Mexico West (ftUS)
 NAD83(2011) / New York Central
 NAD83(2011) / New York Central (ftUS)
 NAD83(2011) / New York East
 NAD83(2011) / New York East (ftUS)
 NAD83(2011) / New York Long Island
 NAD83(2011) / New York Long Island (ftUS)
 NAD83(2011) / New York West
 NAD83(2011) / New York West (ftUS)
 NAD83(2011) / North Carolina
 NAD83(2011) / North Carolina (ftUS)
 NAD83(2011) / North Dakota North
 NAD83(2011) / North Dakota North (ft)
 NAD83(2011) / North Dakota South
 NAD83(2011) / North Dakota South (ft)
 NAD83(2011) / Ohio North
 NAD83(2011) / Ohio North (ftUS)
 NAD83(2011) / Ohio South
 NAD83(2011) / Ohio South (ftUS)
 NAD83(2011) / Oklahoma North
 NAD83(2011) / Oklahoma North (ftUS)
 NAD83(2011) / Oklahoma South
 NAD83(2011) / Oklahoma South (ftUS)
 NAD83(2011) / Oregon LCC (m)
 NAD83(2011) / Oregon GIC Lambert (ft)
 NAD83(2011) / Oregon North
 NAD83(2011) / Oregon North (ft)
 NAD83(2011) / Oregon South
 NAD83(2011) / Oregon South (ft)
 NAD83(2011) / Pennsylvania North
 NAD83(2011) / Pennsylvania North (ftUS)
 NAD83(2011) / Pennsylvania South
 NAD83(2011) / Pennsylvania South (ftUS)
 NAD83(2011) / Puerto Rico and Virgin Is.
 NAD83(2011) / Rhode Island
 NAD83(2011) / Rhode Island (ftUS)
 NAD83(2011) / South Carolina
 NAD83(2011) / South Carolina (ft)
 NAD83(2011) / South Dakota North
 NAD83(2011) / South Dakota North (ftUS)
 NAD83(2011) / South Dakota South
 NAD83(2011) / South Dakota South (ftUS)
 NAD83(2011) / Tennessee
 NAD83(2011) / Tennessee (ftUS)
 NAD83(2011) / Texas Central
 NAD83(2011) / Texas Central (ftUS)
 NAD83(2011) / Texas Centric Albers Equal Area
 NAD83(2011) / Texas Centric Lambert Conformal
 NAD83(2011) / Texas North
 NAD83(2011) / Texas North (ftUS)
 NAD83(2011) / Texas North Central
 NAD83(2011) / Texas North Central (ftUS)
 NAD83(2011) / Texas South
 NAD83(2011) / Texas South (ftUS)
 NAD83(2011) / Texas South Central
 NAD83(2011) / Texas South Central (ftUS)
 NAD83(2011) / Vermont
 NAD83(2011) / Vermont (ftUS)
 NAD83(2011) / Virginia Lambert
 NAD83(2011) / Virginia North
 NAD83(2011) / Virginia North (ftUS)
 NAD83(2011) / Virginia South
 NAD83(2011) / Virginia South (ftUS)
 NAD83(2011) / Washington North
 NAD83(2011) / Washington North (ftUS)
 NAD83(2011) / Washington South
 NAD83(2011) / Washington South (ftUS)
 NAD83(2011) / West Virginia North
 NAD83(2011) / West Virginia North (ftUS)
 NAD83(2011) / West Virginia South
 NAD83(2011) / West Virginia South (ftUS)
 NAD83(2011) / Wisconsin Central
 NAD83(2011) / Wisconsin Central (ftUS)
 NAD83(2011) / Wisconsin North
 NAD83(2011) / Wisconsin North (ftUS)
 NAD83(2011) / Wisconsin South
 NAD83(2011) / Wisconsin South (ftUS)
 NAD83(2011) / Wisconsin Transverse Mercator
 NAD83(2011) / Wyoming East
 NAD83(2011) / Wyoming East (ftUS)
 NAD83(2011) / Wyoming East Central
 NAD83(2011) / Wyoming East Central (ftUS)
 NAD83(2011) / Wyoming West
 NAD83(2011) / Wyoming West (ftUS)
 NAD83(2011) / Wyoming West Central
 NAD83(2011) / Wyoming West Central (ftUS)
 NAD83(2011) / Utah Central
 NAD83(2011) / Utah North
 NAD83(2011) / Utah South
 NAD83(CSRS)v2 / Quebec Lambert
 NAD83 / Quebec Albers
 NAD83(CSRS)v2 / Quebec Albers
 NAD83(2011) / Utah Central (ftUS)
 NAD83(2011) / Utah North (ftUS)
 NAD83(2011) / Utah South (ftUS)
 NAD83(PA11) / Hawaii zone 1
 NAD83(PA11) / Hawaii zone 2
 NAD83(PA11) / Hawaii zone 3
 NAD83(PA11) / Hawaii zone 4
 NAD83(PA11) / Hawaii zone 5
 NAD83(PA11) / Hawaii zone 3 (ftUS)
 NAD83(PA11) / UTM zone 4N
 NAD83(PA11) / UTM zone 5N
 NAD83(PA11) / UTM zone 2S
 NAD83(MA11) / Guam Map Grid
9 Karbala 1979 / Iraq National Grid
3 NAD83(CSRS) + CGVD2013(CGG2013) height
 NAD83(CSRS) / UTM zone 7N + CGVD2013 height
 NAD83(CSRS) / UTM zone 8N + CGVD2013 height
 NAD83(CSRS) / UTM zone 9N + CGVD2013 height
 NAD83(CSRS) / UTM zone 10N + CGVD2013 height
 NAD83(CSRS) / UTM zone 11N + CGVD2013 height
 NAD83(CSRS) / UTM zone 12N + CGVD2013 height
 NAD83(CSRS) / UTM zone 13N + CGVD2013 height
 NAD83(CSRS) / UTM zone 14N + CGVD2013 height
 NAD83(CSRS) / UTM zone 15N + CGVD2013 height
 NAD83(CSRS) / UTM zone 16N + CGVD2013 height
 NAD83(CSRS) / UTM zone 17N + CGVD2013 height
 NAD83(CSRS) / UTM zone 18N + CGVD2013 height
 NAD83(CSRS) / UTM zone 19N + CGVD2013 height
 NAD83(CSRS) / UTM zone 20N + CGVD2013 height
 NAD83(CSRS) / UTM zone 21N + CGVD2013 height
 NAD83(CSRS) / UTM zone 22N + CGVD2013 height
2 JGD2011
 JGD2011
 JGD2011 / Japan Plane Rectangular CS I
 JGD2011 / Japan Plane Rectangular CS II
 JGD2011 / Japan Plane Rectangular CS III
 JGD2011 / Japan Plane Rectangular CS IV
 JGD2011 / Japan Plane Rectangular CS V
 JGD2011 / Japan Plane Rectangular CS VI
 JGD2011 / Japan Plane Rectangular CS VII
 JGD2011 / Japan Plane Rectangular CS VIII
 JGD2011 / Japan Plane Rectangular CS IX
 JGD2011 / Japan Plane Rectangular CS X
 JGD2011 / Japan Plane Rectangular CS XI
 JGD2011 / Japan Plane Rectangular CS XII
 JGD2011 / Japan Plane Rectangular CS XIII
 JGD2011 / Japan Plane Rectangular CS XIV
 JGD2011 / Japan Plane Rectangular CS XV
 JGD2011 / Japan Plane Rectangular CS XVI
 JGD2011 / Japan Plane Rectangular CS XVII
 JGD2011 / Japan Plane Rectangular CS XVIII
 JGD2011 / Japan Plane Rectangular CS XIX
 JGD2011 / UTM zone 51N
 JGD2011 / UTM zone 52N
 JGD2011 / UTM zone 53N
 JGD2011 / UTM zone 54N
 JGD2011 / UTM zone 55N
4 JGD2000 + JGD2000 (vertical) height
 JGD2011 + JGD2011 (vertical) height
3 Tokyo + JSLD72 height
3 WGS 84 / TM 60 SW
2 RDN2008
 RDN2008
 RDN2008 / UTM zone 32N (N-E)
 RDN2008 / UTM zone 33N (N-E)
 RDN2008 / UTM zone 34N (N-E)
11 WGS 84 / CIG92
 GDA94 / CIG94
 WGS 84 / CKIG92
 GDA94 / CKIG94
9 GDA94 / MGA zone 41
 GDA94 / MGA zone 42
 GDA94 / MGA zone 43
 GDA94 / MGA zone 44
 GDA94 / MGA zone 46
 GDA94 / MGA zone 47
 GDA94 / MGA zone 59
44 NAD83(CORS96)
 NAD83(CORS96)
 NAD83(CORS96) / Oregon Baker zone (m)
 NAD83(CORS96) / Oregon Baker zone (ft)
 NAD83(2011) / Oregon Baker zone (m)
 NAD83(2011) / Oregon Baker zone (ft)
 NAD83(CORS96) / Oregon Bend-Klamath Falls zone (m)
 NAD83(CORS96) / Oregon Bend-Klamath Falls zone (ft)
 NAD83(2011) / Oregon Bend-Klamath Falls zone (m)
 NAD83(2011) / Oregon Bend-Klamath Falls zone (ft)
 NAD83(CORS96) / Oregon Bend-Redmond-Prineville zone (m)
 NAD83(CORS96) / Oregon Bend-Redmond-Prineville zone (ft)
 NAD83(2011) / Oregon Bend-Redmond-Prineville zone (m)
 NAD83(2011) / Oregon Bend-Redmond-Prineville zone (ft)
 NAD83(CORS96) / Oregon Bend-Burns zone (m)
 NAD83(CORS96) / Oregon Bend-Burns zone (ft)
 NAD83(2011) / Oregon Bend-Burns zone (m)
 NAD83(2011) / Oregon Bend-Burns zone (ft)
 NAD83(CORS96) / Oregon Canyonville-Grants Pass zone (m)
 NAD83(CORS96) / Oregon Canyonville-Grants Pass zone (ft)
 NAD83(2011) / Oregon Canyonville-Grants Pass zone (m)
 NAD83(2011) / Oregon Canyonville-Grants Pass zone (ft)
 NAD83(CORS96) / Oregon Columbia River East zone (m)
 NAD83(CORS96) / Oregon Columbia River East zone (ft)
 NAD83(2011) / Oregon Columbia River East zone (m)
 NAD83(2011) / Oregon Columbia River East zone (ft)
 NAD83(CORS96) / Oregon Columbia River West zone (m)
 NAD83(CORS96) / Oregon Columbia River West zone (ft)
 NAD83(2011) / Oregon Columbia River West zone (m)
 NAD83(2011) / Oregon Columbia River West zone (ft)
 NAD83(CORS96) / Oregon Cottage Grove-Canyonville zone (m)
 NAD83(CORS96) / Oregon Cottage Grove-Canyonville zone (ft)
 NAD83(2011) / Oregon Cottage Grove-Canyonville zone (m)
 NAD83(2011) / Oregon Cottage Grove-Canyonville zone (ft)
 NAD83(CORS96) / Oregon Dufur-Madras zone (m)
 NAD83(CORS96) / Oregon Dufur-Madras zone (ft)
 NAD83(2011) / Oregon Dufur-Madras zone (m)
 NAD83(2011) / Oregon Dufur-Madras zone (ft)
 NAD83(CORS96) / Oregon Eugene zone (m)
 NAD83(CORS96) / Oregon Eugene zone (ft)
 NAD83(2011) / Oregon Eugene zone (m)
 NAD83(2011) / Oregon Eugene zone (ft)
 NAD83(CORS96) / Oregon Grants Pass-Ashland zone (m)
 NAD83(CORS96) / Oregon Grants Pass-Ashland zone (ft)
 NAD83(2011) / Oregon Grants Pass-Ashland zone (m)
 NAD83(2011) / Oregon Grants Pass-Ashland zone (ft)
 NAD83(CORS96) / Oregon Gresham-Warm Springs zone (m)
 NAD83(CORS96) / Oregon Gresham-Warm Springs zone (ft)
 NAD83(2011) / Oregon Gresham-Warm Springs zone (m)
 NAD83(2011) / Oregon Gresham-Warm Springs zone (ft)
 NAD83(CORS96) / Oregon La Grande zone (m)
 NAD83(CORS96) / Oregon La Grande zone (ft)
 NAD83(2011) / Oregon La Grande zone (m)
 NAD83(2011) / Oregon La Grande zone (ft)
 NAD83(CORS96) / Oregon Ontario zone (m)
 NAD83(CORS96) / Oregon Ontario zone (ft)
 NAD83(2011) / Oregon Ontario zone (m)
 NAD83(2011) / Oregon Ontario zone (ft)
 NAD83(CORS96) / Oregon Coast zone (m)
 NAD83(CORS96) / Oregon Coast zone (ft)
 NAD83(2011) / Oregon Coast zone (m)
 NAD83(2011) / Oregon Coast zone (ft)
 NAD83(CORS96) / Oregon Pendleton zone (m)
 NAD83(CORS96) / Oregon Pendleton zone (ft)
 NAD83(2011) / Oregon Pendleton zone (m)
 NAD83(2011) / Oregon Pendleton zone (ft)
 NAD83(CORS96) / Oregon Pendleton-La Grande zone (m)
 NAD83(CORS96) / Oregon Pendleton-La Grande zone (ft)
 NAD83(2011) / Oregon Pendleton-La Grande zone (m)
 NAD83(2011) / Oregon Pendleton-La Grande zone (ft)
 NAD83(CORS96) / Oregon Portland zone (m)
 NAD83(CORS96) / Oregon Portland zone (ft)
 NAD83(2011) / Oregon Portland zone (m)
 NAD83(2011) / Oregon Portland zone (ft)
 NAD83(CORS96) / Oregon Salem zone (m)
 NAD83(CORS96) / Oregon Salem zone (ft)
 NAD83(2011) / Oregon Salem zone (m)
 NAD83(2011) / Oregon Salem zone (ft)
 NAD83(CORS96) / Oregon Santiam Pass zone (m)
 NAD83(CORS96) / Oregon Santiam Pass zone (ft)
 NAD83(2011) / Oregon Santiam Pass zone (m)
 NAD83(2011) / Oregon Santiam Pass zone (ft)
4 NAD83(CORS96) / Oregon LCC (m)
 NAD83(CORS96) / Oregon GIC Lambert (ft)
2 ETRS89 / Albania TM 2010
 WGS 84 / Pseudo-Mercator +  EGM2008 geoid height
4 RDN2008 / Italy zone (N-E)
 RDN2008 / Zone 12 (N-E)
3 NAD83(2011) / Wisconsin Central
 NAD83(2011) / Nebraska (ftUS)
 Aden 1925
 Bekaa Valley 1920
 Bioko
 NAD83(CORS96) / Oregon North
 NAD83(CORS96) / Oregon North (ft)
 NAD83(CORS96) / Oregon South
 NAD83(CORS96) / Oregon South (ft)
5 South East Island 1943
 WGS 84 / World Mercator + EGM2008 height
 Gambia
21 South East Island 1943 / UTM zone 40N
2 SVY21 + SHD height
5 NAD83 / Kansas LCC
 NAD83 / Kansas LCC (ftUS)
 NAD83(2011) / Kansas LCC
 NAD83(2011) / Kansas LCC (ftUS)
2 SVY21 / Singapore TM + SHD height
4 WGS 84 / NSIDC EASE-Grid 2.0 North
 WGS 84 / NSIDC EASE-Grid 2.0 South
 WGS 84 / NSIDC EASE-Grid 2.0 Global
23 VN-2000 / TM-3 zone 481
 VN-2000 / TM-3 zone 482
 VN-2000 / TM-3 zone 491
 VN-2000 / TM-3 Da Nang zone
3 ETRS89 / Albania LCC 2010
4 NAD27 / Michigan North
13 IGD05
 IGD05
2 IG05 Intermediate CRS
 IG05 Intermediate CRS
 Israeli Grid 05
2 IGD05/12
 IGD05/12
2 IG05/12 Intermediate CRS
 IG05/12 Intermediate CRS
 Israeli Grid 05/12
5 NAD83(2011) / San Francisco CS13
 NAD83(2011) / San Francisco CS13 (ftUS)
8 Nahrwan 1934 / UTM zone 37N
 Nahrwan 1934 / UTM zone 38N
 Nahrwan 1934 / UTM zone 39N
27 RGSPM06 (lon-lat)
 RGSPM06 (lon-lat)
 RGR92 (lon-lat)
 RGR92 (lon-lat)
 RGM04 (lon-lat)
 RGM04 (lon-lat)
 RGFG95 (lon-lat)
 RGFG95 (lon-lat)
 RGF93 v1 (lon-lat)
15 NAD83(2011) / IaRCS zone 1
 NAD83(2011) / IaRCS zone 2
 NAD83(2011) / IaRCS zone 3
 NAD83(2011) / IaRCS zone 4
 NAD83(2011) / IaRCS zone 5
 NAD83(2011) / IaRCS zone 6
 NAD83(2011) / IaRCS zone 7
 NAD83(2011) / IaRCS zone 8
 NAD83(2011) / IaRCS zone 9
 NAD83(2011) / IaRCS zone 10
 NAD83(2011) / IaRCS zone 11
 NAD83(2011) / IaRCS zone 12
 NAD83(2011) / IaRCS zone 13
 NAD83(2011) / IaRCS zone 14
2 RGTAAF07
 RGTAAF07
 RGTAAF07 / UTM zone 37S
 RGTAAF07 / UTM zone 38S
 RGTAAF07 / UTM zone 39S
 RGTAAF07 / UTM zone 40S
 RGTAAF07 / UTM zone 41S
 RGTAAF07 / UTM zone 42S
 RGTAAF07 / UTM zone 43S
 RGTAAF07 / UTM zone 44S
 RGTAAF07 / Terre Adelie Polar Stereographic
2 RGF93 v1 (lon-lat)
 RGAF09 (lon-lat)
 RGAF09 (lon-lat)
 RGTAAF07 (lon-lat)
 RGTAAF07 (lon-lat)
21 NAD83(2011) / RMTCRS St Mary (m)
 NAD83(2011) / RMTCRS Blackfeet (m)
 NAD83(2011) / RMTCRS Milk River (m)
 NAD83(2011) / RMTCRS Fort Belknap (m)
 NAD83(2011) / RMTCRS Fort Peck Assiniboine (m)
 NAD83(2011) / RMTCRS Fort Peck Sioux (m)
 NAD83(2011) / RMTCRS Crow (m)
 NAD83(2011) / RMTCRS Bobcat (m)
 NAD83(2011) / RMTCRS Billings (m)
 NAD83(2011) / RMTCRS Wind River (m)
 NAD83(2011) / RMTCRS St Mary (ft)
 NAD83(2011) / RMTCRS Blackfeet (ft)
 NAD83(2011) / RMTCRS Milk River (ft)
 NAD83(2011) / RMTCRS Fort Belknap (ft)
 NAD83(2011) / RMTCRS Fort Peck Assiniboine (ft)
 NAD83(2011) / RMTCRS Fort Peck Sioux (ft)
 NAD83(2011) / RMTCRS Crow (ft)
 NAD83(2011) / RMTCRS Bobcat (ft)
 NAD83(2011) / RMTCRS Billings (ft)
 NAD83(2011) / RMTCRS Wind River (ftUS)
3 NAD83(2011) / San Francisco CS13
 NAD83(2011) / San Francisco CS13 (ftUS)
 RGTAAF07 (lon-lat)
2 IGD05
 IGD05
2 IGD05/12
 IGD05/12
3 Palestine 1923 / Palestine Grid modified
115 NAD83(2011) / InGCS Adams (m)
 NAD83(2011) / InGCS Adams (ftUS)
 NAD83(2011) / InGCS Allen (m)
 NAD83(2011) / InGCS Allen (ftUS)
 NAD83(2011) / InGCS Bartholomew (m)
 NAD83(2011) / InGCS Bartholomew (ftUS)
 NAD83(2011) / InGCS Benton (m)
 NAD83(2011) / InGCS Benton (ftUS)
 NAD83(2011) / InGCS Blackford-Delaware (m)
 NAD83(2011) / InGCS Blackford-Delaware (ftUS)
 NAD83(2011) / InGCS Boone-Hendricks (m)
 NAD83(2011) / InGCS Boone-Hendricks (ftUS)
 NAD83(2011) / InGCS Brown (m)
 NAD83(2011) / InGCS Brown (ftUS)
 NAD83(2011) / InGCS Carroll (m)
 NAD83(2011) / InGCS Carroll (ftUS)
 NAD83(2011) / InGCS Cass (m)
 NAD83(2011) / InGCS Cass (ftUS)
 NAD83(2011) / InGCS Clark-Floyd-Scott (m)
 NAD83(2011) / InGCS Clark-Floyd-Scott (ftUS)
 NAD83(2011) / InGCS Clay (m)
 NAD83(2011) / InGCS Clay (ftUS)
 NAD83(2011) / InGCS Clinton (m)
 NAD83(2011) / InGCS Clinton (ftUS)
 NAD83(2011) / InGCS Crawford-Lawrence-Orange (m)
 NAD83(2011) / InGCS Crawford-Lawrence-Orange (ftUS)
 NAD83(2011) / InGCS Daviess-Greene (m)
 NAD83(2011) / InGCS Daviess-Greene (ftUS)
 NAD83(2011) / InGCS Dearborn-Ohio-Switzerland (m)
 NAD83(2011) / InGCS Dearborn-Ohio-Switzerland (ftUS)
 NAD83(2011) / InGCS Decatur-Rush (m)
 NAD83(2011) / InGCS Decatur-Rush (ftUS)
 NAD83(2011) / InGCS DeKalb (m)
 NAD83(2011) / InGCS DeKalb (ftUS)
 NAD83(2011) / InGCS Dubois-Martin (m)
 NAD83(2011) / InGCS Dubois-Martin (ftUS)
 NAD83(2011) / InGCS Elkhart-Kosciusko-Wabash (m)
 NAD83(2011) / InGCS Elkhart-Kosciusko-Wabash (ftUS)
 NAD83(2011) / InGCS Fayette-Franklin-Union (m)
 NAD83(2011) / InGCS Fayette-Franklin-Union (ftUS)
 NAD83(2011) / InGCS Fountain-Warren (m)
 NAD83(2011) / InGCS Fountain-Warren (ftUS)
 NAD83(2011) / InGCS Fulton-Marshall-St. Joseph (m)
 NAD83(2011) / InGCS Fulton-Marshall-St. Joseph (ftUS)
 NAD83(2011) / InGCS Gibson (m)
 NAD83(2011) / InGCS Gibson (ftUS)
 NAD83(2011) / InGCS Grant (m)
 NAD83(2011) / InGCS Grant (ftUS)
 NAD83(2011) / InGCS Hamilton-Tipton (m)
 NAD83(2011) / InGCS Hamilton-Tipton (ftUS)
 NAD83(2011) / InGCS Hancock-Madison (m)
 NAD83(2011) / InGCS Hancock-Madison (ftUS)
 NAD83(2011) / InGCS Harrison-Washington (m)
 NAD83(2011) / InGCS Harrison-Washington (ftUS)
 NAD83(2011) / InGCS Henry (m)
 NAD83(2011) / InGCS Henry (ftUS)
 NAD83(2011) / InGCS Howard-Miami (m)
 NAD83(2011) / InGCS Howard-Miami (ftUS)
 NAD83(2011) / InGCS Huntington-Whitley (m)
 NAD83(2011) / InGCS Huntington-Whitley (ftUS)
 NAD83(2011) / InGCS Jackson (m)
 NAD83(2011) / InGCS Jackson (ftUS)
 NAD83(2011) / InGCS Jasper-Porter (m)
 NAD83(2011) / InGCS Jasper-Porter (ftUS)
 NAD83(2011) / InGCS Jay (m)
 NAD83(2011) / InGCS Jay (ftUS)
 NAD83(2011) / InGCS Jefferson (m)
 NAD83(2011) / InGCS Jefferson (ftUS)
 NAD83(2011) / InGCS Jennings (m)
 NAD83(2011) / InGCS Jennings (ftUS)
 NAD83(2011) / InGCS Johnson-Marion (m)
 NAD83(2011) / InGCS Johnson-Marion (ftUS)
 NAD83(2011) / InGCS Knox (m)
 NAD83(2011) / InGCS Knox (ftUS)
 NAD83(2011) / InGCS LaGrange-Noble (m)
 NAD83(2011) / InGCS LaGrange-Noble (ftUS)
 NAD83(2011) / InGCS Lake-Newton (m)
 NAD83(2011) / InGCS Lake-Newton (ftUS)
 NAD83(2011) / InGCS LaPorte-Pulaski-Starke (m)
 NAD83(2011) / InGCS LaPorte-Pulaski-Starke (ftUS)
 NAD83(2011) / InGCS Monroe-Morgan (m)
 NAD83(2011) / InGCS Monroe-Morgan (ftUS)
 NAD83(2011) / InGCS Montgomery-Putnam (m)
 NAD83(2011) / InGCS Montgomery-Putnam (ftUS)
 NAD83(2011) / InGCS Owen (m)
 NAD83(2011) / InGCS Owen (ftUS)
 NAD83(2011) / InGCS Parke-Vermillion (m)
 NAD83(2011) / InGCS Parke-Vermillion (ftUS)
 NAD83(2011) / InGCS Perry (m)
 NAD83(2011) / InGCS Perry (ftUS)
 NAD83(2011) / InGCS Pike-Warrick (m)
 NAD83(2011) / InGCS Pike-Warrick (ftUS)
 NAD83(2011) / InGCS Posey (m)
 NAD83(2011) / InGCS Posey (ftUS)
 NAD83(2011) / InGCS Randolph-Wayne (m)
 NAD83(2011) / InGCS Randolph-Wayne (ftUS)
 NAD83(2011) / InGCS Ripley (m)
 NAD83(2011) / InGCS Ripley (ftUS)
 NAD83(2011) / InGCS Shelby (m)
 NAD83(2011) / InGCS Shelby (ftUS)
 NAD83(2011) / InGCS Spencer (m)
 NAD83(2011) / InGCS Spencer (ftUS)
 NAD83(2011) / InGCS Steuben (m)
 NAD83(2011) / InGCS Steuben (ftUS)
 NAD83(2011) / InGCS Sullivan (m)
 NAD83(2011) / InGCS Sullivan (ftUS)
 NAD83(2011) / InGCS Tippecanoe-White (m)
 NAD83(2011) / InGCS Tippecanoe-White (ftUS)
 NAD83(2011) / InGCS Vanderburgh (m)
 NAD83(2011) / InGCS Vanderburgh (ftUS)
 NAD83(2011) / InGCS Vigo (m)
 NAD83(2011) / InGCS Vigo (ftUS)
 NAD83(2011) / InGCS Wells (m)
 NAD83(2011) / InGCS Wells (ftUS)
2 ONGD14
 ONGD14
 ONGD14 / UTM zone 39N
 ONGD14 / UTM zone 40N
 ONGD14 / UTM zone 41N
24 NTF (Paris) + NGF-IGN69 height
 NTF (Paris) / France II + NGF Lallemand
 NTF (Paris) / France II + NGF IGN69
 NTF (Paris) / France III + NGF IGN69
 RT90 + RH70 height
 OSGB36 / British National Grid + ODN height
 NAD27 + NGVD29 height (ftUS)
 NAD27 / Texas North + NGVD29 height (ftUS)
 RD/NAP
 ETRS89 + EVRF2000 height
 PSHD93
 NTF (Paris) / Lambert zone II + NGF Lallemand height
 NTF (Paris) / Lambert zone II + NGF IGN69
 NTF (Paris) / Lambert zone III + NGF IGN69
 Tokyo + JSLD69 height
 Amersfoort / RD New + NAP height
 ETRS89 / UTM zone 32N + DVR90 height
 ETRS89 / UTM zone 33N + DVR90 height
 ETRS89 / Kp2000 Jutland + DVR90 height
 ETRS89 / Kp2000 Zealand + DVR90 height
 ETRS89 / Kp2000 Bornholm + DVR90 height
 NTF (Paris) / Lambert zone II + NGF-IGN69 height
 NTF (Paris) / Lambert zone III + NGF-IGN69 height
 ETRS89 + EVRF2007 height
105 NAD83(2011) / WISCRS Adams and Juneau (m)
 NAD83(2011) / WISCRS Ashland (m)
 NAD83(2011) / WISCRS Barron (m)
 NAD83(2011) / WISCRS Bayfield (m)
 NAD83(2011) / WISCRS Brown (m)
 NAD83(2011) / WISCRS Buffalo (m)
 NAD83(2011) / WISCRS Burnett (m)
 NAD83(2011) / WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (m)
 NAD83(2011) / WISCRS Chippewa (m)
 NAD83(2011) / WISCRS Clark (m)
 NAD83(2011) / WISCRS Columbia (m)
 NAD83(2011) / WISCRS Crawford (m)
 NAD83(2011) / WISCRS Dane (m)
 NAD83(2011) / WISCRS Dodge and Jefferson (m)
 NAD83(2011) / WISCRS Door (m)
 NAD83(2011) / WISCRS Douglas (m)
 NAD83(2011) / WISCRS Dunn (m)
 NAD83(2011) / WISCRS Eau Claire (m)
 NAD83(2011) / WISCRS Florence (m)
 NAD83(2011) / WISCRS Forest (m)
 NAD83(2011) / WISCRS Grant (m)
 NAD83(2011) / WISCRS Green and Lafayette (m)
 NAD83(2011) / WISCRS Green Lake and Marquette (m)
 NAD83(2011) / WISCRS Iowa (m)
 NAD83(2011) / WISCRS Iron (m)
 NAD83(2011) / WISCRS Jackson (m)
 NAD83(2011) / WISCRS Kenosha, Milwaukee, Ozaukee and Racine (m)
 NAD83(2011) / WISCRS Kewaunee, Manitowoc and Sheboygan (m)
 NAD83(2011) / WISCRS La Crosse (m)
 NAD83(2011) / WISCRS Langlade (m)
 NAD83(2011) / WISCRS Lincoln (m)
 NAD83(2011) / WISCRS Marathon (m)
 NAD83(2011) / WISCRS Marinette (m)
 NAD83(2011) / WISCRS Menominee (m)
 NAD83(2011) / WISCRS Monroe (m)
 NAD83(2011) / WISCRS Oconto (m)
 NAD83(2011) / WISCRS Oneida (m)
 NAD83(2011) / WISCRS Pepin and Pierce (m)
 NAD83(2011) / WISCRS Polk (m)
 NAD83(2011) / WISCRS Portage (m)
 NAD83(2011) / WISCRS Price (m)
 NAD83(2011) / WISCRS Richland (m)
 NAD83(2011) / WISCRS Rock (m)
 NAD83(2011) / WISCRS Rusk (m)
 NAD83(2011) / WISCRS Sauk (m)
 NAD83(2011) / WISCRS Sawyer (m)
 NAD83(2011) / WISCRS Shawano (m)
 NAD83(2011) / WISCRS St. Croix (m)
 NAD83(2011) / WISCRS Taylor (m)
 NAD83(2011) / WISCRS Trempealeau (m)
 NAD83(2011) / WISCRS Vernon (m)
 NAD83(2011) / WISCRS Vilas (m)
 NAD83(2011) / WISCRS Walworth (m)
 NAD83(2011) / WISCRS Washburn (m)
 NAD83(2011) / WISCRS Washington (m)
 NAD83(2011) / WISCRS Waukesha (m)
 NAD83(2011) / WISCRS Waupaca (m)
 NAD83(2011) / WISCRS Waushara (m)
 NAD83(2011) / WISCRS Wood (m)
 NAD83(2011) / WISCRS Adams and Juneau (ftUS)
 NAD83(2011) / WISCRS Ashland (ftUS)
 NAD83(2011) / WISCRS Barron (ftUS)
 NAD83(2011) / WISCRS Bayfield (ftUS)
 NAD83(2011) / WISCRS Brown (ftUS)
 NAD83(2011) / WISCRS Buffalo (ftUS)
 NAD83(2011) / WISCRS Burnett (ftUS)
 NAD83(2011) / WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (ftUS)
 NAD83(2011) / WISCRS Chippewa (ftUS)
 NAD83(2011) / WISCRS Clark (ftUS)
 NAD83(2011) / WISCRS Columbia (ftUS)
 NAD83(2011) / WISCRS Crawford (ftUS)
 NAD83(2011) / WISCRS Dane (ftUS)
 NAD83(2011) / WISCRS Dodge and Jefferson (ftUS)
 NAD83(2011) / WISCRS Door (ftUS)
 NAD83(2011) / WISCRS Douglas (ftUS)
 NAD83(2011) / WISCRS Dunn (ftUS)
 NAD83(2011) / WISCRS Eau Claire (ftUS)
 NAD83(2011) / WISCRS Florence (ftUS)
 NAD83(2011) / WISCRS Forest (ftUS)
 NAD83(2011) / WISCRS Grant (ftUS)
 NAD83(2011) / WISCRS Green and Lafayette (ftUS)
 NAD83(2011) / WISCRS Green Lake and Marquette (ftUS)
 NAD83(2011) / WISCRS Iowa (ftUS)
 NAD83(2011) / WISCRS Iron (ftUS)
 NAD83(2011) / WISCRS Jackson (ftUS)
 NAD83(2011) / WISCRS Kenosha, Milwaukee, Ozaukee and Racine (ftUS)
 NAD83(2011) / WISCRS Kewaunee, Manitowoc and Sheboygan (ftUS)
 NAD83(2011) / WISCRS La Crosse (ftUS)
 NAD83(2011) / WISCRS Langlade (ftUS)
 NAD83(2011) / WISCRS Lincoln (ftUS)
 NAD83(2011) / WISCRS Marathon (ftUS)
 NAD83(2011) / WISCRS Marinette (ftUS)
 NAD83(2011) / WISCRS Menominee (ftUS)
 NAD83(2011) / WISCRS Monroe (ftUS)
 NAD83(2011) / WISCRS Oconto (ftUS)
 NAD83(2011) / WISCRS Oneida (ftUS)
 NAD83(2011) / WISCRS Pepin and Pierce (ftUS)
 NAD83(2011) / WISCRS Polk (ftUS)
 NAD83(2011) / WISCRS Portage (ftUS)
 NAD83(2011) / WISCRS Price (ftUS)
 NAD83(2011) / WISCRS Richland (ftUS)
 NAD83(2011) / WISCRS Rock (ftUS)
 NAD83(2011) / WISCRS Rusk (ftUS)
 NAD83(2011) / WISCRS Sauk (ftUS)
 NAD83(2011) / WISCRS Sawyer (ftUS)
 NAD83(2011) / WISCRS Shawano (ftUS)
 NAD83(2011) / WISCRS St. Croix (ftUS)
 NAD83(2011) / WISCRS Taylor (ftUS)
 NAD83(2011) / WISCRS Trempealeau (ftUS)
 NAD83(2011) / WISCRS Vernon (ftUS)
 NAD83(2011) / WISCRS Vilas (ftUS)
 NAD83(2011) / WISCRS Walworth (ftUS)
 NAD83(2011) / WISCRS Washburn (ftUS)
 NAD83(2011) / WISCRS Washington (ftUS)
 NAD83(2011) / WISCRS Waukesha (ftUS)
 NAD83(2011) / WISCRS Waupaca (ftUS)
 NAD83(2011) / WISCRS Waushara (ftUS)
 NAD83(2011) / WISCRS Wood (ftUS)
12 WGS 84 (G730)
2 WGS 84 (G873)
2 WGS 84 (G1150)
2 WGS 84 (G1674)
2 WGS 84 (G1762)
13 PZ-90.02
2 PZ-90.11
2 GSK-2011
 GSK-2011
2 Kyrg-06
 Kyrg-06
6 Kyrg-06 / zone 1
 Kyrg-06 / zone 2
 Kyrg-06 / zone 3
 Kyrg-06 / zone 4
 Kyrg-06 / zone 5
59 WGS 84 / India NSF LCC
 WGS 84 / Andhra Pradesh
 WGS 84 / Arunachal Pradesh
 WGS 84 / Assam
 WGS 84 / Bihar
 WGS 84 / Delhi
 WGS 84 / Gujarat
 WGS 84 / Haryana
 WGS 84 / Himachal Pradesh
 WGS 84 / Jammu and Kashmir
 WGS 84 / Jharkhand
 WGS 84 / Madhya Pradesh
 WGS 84 / Maharashtra
 WGS 84 / Manipur
 WGS 84 / Meghalaya
 WGS 84 / Nagaland
 WGS 84 / India Northeast
 WGS 84 / Orissa
 WGS 84 / Punjab
 WGS 84 / Rajasthan
 WGS 84 / Uttar Pradesh
 WGS 84 / Uttaranchal
 WGS 84 / Andaman and Nicobar
 WGS 84 / Chhattisgarh
 WGS 84 / Goa
 WGS 84 / Karnataka
 WGS 84 / Kerala
 WGS 84 / Lakshadweep
 WGS 84 / Mizoram
 WGS 84 / Sikkim
 WGS 84 / Tamil Nadu
 WGS 84 / Tripura
 WGS 84 / West Bengal
4 RDN2008 / UTM zone 32N
 RDN2008 / UTM zone 33N
 RDN2008 / UTM zone 34N
 RDN2008 / Italy zone (E-N)
 RDN2008 / Zone 12 (E-N)
2 BGS2005
 BGS2005
 BGS2005 / UTM zone 34N (N-E)
 BGS2005 / UTM zone 35N (N-E)
 BGS2005 / CCS2005
2 BGS2005 / UTM zone 34N
 BGS2005 / UTM zone 35N
 BGS2005 / UTM zone 36N
11 WGS 84 (Transit)
9 Pulkovo 1942 / CS63 zone X1
 Pulkovo 1942 / CS63 zone X2
 Pulkovo 1942 / CS63 zone X3
 Pulkovo 1942 / CS63 zone X4
 Pulkovo 1942 / CS63 zone X5
 Pulkovo 1942 / CS63 zone X6
 Pulkovo 1942 / CS63 zone X7
12 GDA2020
 GDA2020
 GDA2020 / GA LCC
 GDA2020 / MGA zone 46
 GDA2020 / MGA zone 47
 GDA2020 / MGA zone 48
 GDA2020 / MGA zone 49
 GDA2020 / MGA zone 50
 GDA2020 / MGA zone 51
 GDA2020 / MGA zone 52
 GDA2020 / MGA zone 53
 GDA2020 / MGA zone 54
 GDA2020 / MGA zone 55
 GDA2020 / MGA zone 56
 GDA2020 / MGA zone 57
 GDA2020 / MGA zone 58
 GDA2020 / MGA zone 59
18 Astro DOS 71 / SHLG71
 Astro DOS 71 / UTM zone 30S
2 St. Helena Tritan
 St. Helena Tritan
 St. Helena Tritan / SHLG(Tritan)
 St. Helena Tritan / UTM zone 30S
2 SHGD2015
 SHGD2015
 SHMG2015
12 GDA2020 / Vicgrid
 ITRF88
 ITRF89
 ITRF90
 ITRF91
 ITRF92
 ITRF93
 ITRF94
 ITRF96
 ITRF97
 ITRF2000
 ITRF2005
 ITRF2008
 ITRF2014
3 ETRF89
2 ETRF90
2 ETRF91
2 ETRF92
2 ETRF93
2 ETRF94
2 ETRF96
2 ETRF97
2 ETRF2000
23 Astro DOS 71 / UTM zone 30S + Jamestown 1971 height
 St. Helena Tritan / UTM zone 30S + Tritan 2011 height
 SHMG2015 + SHVD2015 height
35 NAD27 / MTM zone 10
 Malongo 1987 / UTM zone 33S
21 GDA2020 / ALB2020
 GDA2020 / BIO2020
 GDA2020 / BRO2020
 GDA2020 / BCG2020
 GDA2020 / CARN2020
 GDA2020 / CIG2020
 GDA2020 / CKIG2020
 GDA2020 / COL2020
 GDA2020 / ESP2020
 GDA2020 / EXM2020
 GDA2020 / GCG2020
 GDA2020 / GOLD2020
 GDA2020 / JCG2020
 GDA2020 / KALB2020
 GDA2020 / KAR2020
 GDA2020 / KUN2020
 GDA2020 / LCG2020
 GDA2020 / MRCG2020
 GDA2020 / PCG2020
 GDA2020 / PHG2020
3 WGS 84 / TM Zone 20N (ftUS)
 WGS 84 / TM Zone 21N (ftUS)
6 Gusterberg (Ferro)
 St. Stephen (Ferro)
 Gusterberg Grid (Ferro)
 St. Stephen Grid (Ferro)
13 GDA2020 / NSW Lambert
 GDA2020 / SA Lambert
6 NAD83(2011) / PCCS zone 1 (ft)
 NAD83(2011) / PCCS zone 2 (ft)
 NAD83(2011) / PCCS zone 3 (ft)
 NAD83(2011) / PCCS zone 4 (ft)
14 NAD83(CSRS)v6 / MTM NS 2010 zone 4
 NAD83(CSRS)v6 / MTM NS 2010 zone 5
2 ISN2016
 ISN2016
2 ISN2016 / Lambert 2016
2 NAD83(HARN) / WISCRS Florence (m)
 NAD83(HARN) / WISCRS Florence (ftUS)
 NAD83(HARN) / WISCRS Eau Claire (m)
 NAD83(HARN) / WISCRS Eau Claire (ftUS)
2 NAD83(HARN) / WISCRS Wood (m)
 NAD83(HARN) / WISCRS Wood (ftUS)
 NAD83(HARN) / WISCRS Waushara (m)
 NAD83(HARN) / WISCRS Waushara (ftUS)
 NAD83(HARN) / WISCRS Waupaca (m)
 NAD83(HARN) / WISCRS Waupaca (ftUS)
 NAD83(HARN) / WISCRS Waukesha (m)
 NAD83(HARN) / WISCRS Waukesha (ftUS)
 NAD83(HARN) / WISCRS Washington (m)
 NAD83(HARN) / WISCRS Washington (ftUS)
 NAD83(HARN) / WISCRS Washburn (m)
 NAD83(HARN) / WISCRS Washburn (ftUS)
 NAD83(HARN) / WISCRS Walworth (m)
 NAD83(HARN) / WISCRS Walworth (ftUS)
 NAD83(HARN) / WISCRS Vilas (m)
 NAD83(HARN) / WISCRS Vilas (ftUS)
 NAD83(HARN) / WISCRS Vernon (m)
 NAD83(HARN) / WISCRS Vernon (ftUS)
 NAD83(HARN) / WISCRS Trempealeau (m)
 NAD83(HARN) / WISCRS Trempealeau (ftUS)
 NAD83(HARN) / WISCRS Taylor (m)
 NAD83(HARN) / WISCRS Taylor (ftUS)
 NAD83(HARN) / WISCRS St. Croix (m)
 NAD83(HARN) / WISCRS St. Croix (ftUS)
 NAD83(HARN) / WISCRS Shawano (m)
 NAD83(HARN) / WISCRS Shawano (ftUS)
 NAD83(HARN) / WISCRS Sawyer (m)
 NAD83(HARN) / WISCRS Sawyer (ftUS)
 NAD83(HARN) / WISCRS Sauk (m)
 NAD83(HARN) / WISCRS Sauk (ftUS)
 NAD83(HARN) / WISCRS Rusk (m)
 NAD83(HARN) / WISCRS Rusk (ftUS)
 NAD83(HARN) / WISCRS Rock (m)
 NAD83(HARN) / WISCRS Rock (ftUS)
 NAD83(HARN) / WISCRS Richland (m)
 NAD83(HARN) / WISCRS Richland (ftUS)
 NAD83(HARN) / WISCRS Price (m)
 NAD83(HARN) / WISCRS Price (ftUS)
 NAD83(HARN) / WISCRS Portage (m)
 NAD83(HARN) / WISCRS Portage (ftUS)
 NAD83(HARN) / WISCRS Polk (m)
 NAD83(HARN) / WISCRS Polk (ftUS)
 NAD83(HARN) / WISCRS Pepin and Pierce (m)
 NAD83(HARN) / WISCRS Pepin and Pierce (ftUS)
 NAD83(HARN) / WISCRS Oneida (m)
 NAD83(HARN) / WISCRS Oneida (ftUS)
 NAD83(HARN) / WISCRS Oconto (m)
 NAD83(HARN) / WISCRS Oconto (ftUS)
 NAD83(HARN) / WISCRS Monroe (m)
 NAD83(HARN) / WISCRS Monroe (ftUS)
 NAD83(HARN) / WISCRS Menominee (m)
 NAD83(HARN) / WISCRS Menominee (ftUS)
 NAD83(HARN) / WISCRS Marinette (m)
 NAD83(HARN) / WISCRS Marinette (ftUS)
 NAD83(HARN) / WISCRS Marathon (m)
 NAD83(HARN) / WISCRS Marathon (ftUS)
 NAD83(HARN) / WISCRS Lincoln (m)
 NAD83(HARN) / WISCRS Lincoln (ftUS)
 NAD83(HARN) / WISCRS Langlade (m)
 NAD83(HARN) / WISCRS Langlade (ftUS)
 NAD83(HARN) / WISCRS La Crosse (m)
 NAD83(HARN) / WISCRS La Crosse (ftUS)
 NAD83(HARN) / WISCRS Kewaunee, Manitowoc and Sheboygan (m)
 NAD83(HARN) / WISCRS Kewaunee, Manitowoc and Sheboygan (ftUS)
 NAD83(HARN) / WISCRS Kenosha, Milwaukee, Ozaukee and Racine (m)
 NAD83(HARN) / WISCRS Kenosha, Milwaukee, Ozaukee and Racine (ftUS)
 NAD83(HARN) / WISCRS Jackson (m)
 NAD83(HARN) / WISCRS Jackson (ftUS)
 NAD83(HARN) / WISCRS Iron (m)
 NAD83(HARN) / WISCRS Iron (ftUS)
 NAD83(HARN) / WISCRS Iowa (m)
 NAD83(HARN) / WISCRS Iowa (ftUS)
 NAD83(HARN) / WISCRS Green Lake and Marquette (m)
 NAD83(HARN) / WISCRS Green Lake and Marquette (ftUS)
 NAD83(HARN) / WISCRS Green and Lafayette (m)
 NAD83(HARN) / WISCRS Green and Lafayette (ftUS)
 NAD83(HARN) / WISCRS Grant (m)
 NAD83(HARN) / WISCRS Grant (ftUS)
 NAD83(HARN) / WISCRS Forest (m)
4 NAD83(HARN) / WISCRS Forest (ftUS)
2 NAD83(HARN) / WISCRS Dunn (m)
 NAD83(HARN) / WISCRS Dunn (ftUS)
 NAD83(HARN) / WISCRS Douglas (m)
 NAD83(HARN) / WISCRS Douglas (ftUS)
2 NAD83(HARN) / WISCRS Door (m)
 NAD83(HARN) / WISCRS Door (ftUS)
2 NAD83(HARN) / WISCRS Dodge and Jefferson (m)
2 NAD83(HARN) / WISCRS Dodge and Jefferson (ftUS)
2 NAD83(HARN) / WISCRS Dane (m)
2 NAD83(HARN) / WISCRS Dane (ftUS)
3 NAD83(HARN) / WISCRS Crawford (m)
 NAD83(HARN) / WISCRS Crawford (ftUS)
 NAD83(HARN) / WISCRS Columbia (m)
2 NAD83(HARN) / WISCRS Columbia (ftUS)
 NAD83(HARN) / WISCRS Clark (m)
 NAD83(HARN) / WISCRS Clark (ftUS)
 NAD83(HARN) / WISCRS Chippewa (m)
 NAD83(HARN) / WISCRS Chippewa (ftUS)
 NAD83(HARN) / WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (m)
 NAD83(HARN) / WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (ftUS)
 NAD83(HARN) / WISCRS Burnett (m)
 NAD83(HARN) / WISCRS Burnett (ftUS)
 NAD83(HARN) / WISCRS Buffalo (m)
 NAD83(HARN) / WISCRS Buffalo (ftUS)
2 NAD83(HARN) / WISCRS Brown (m)
 NAD83(HARN) / WISCRS Brown (ftUS)
 NAD83(HARN) / WISCRS Bayfield (m)
2 NAD83(HARN) / WISCRS Bayfield (ftUS)
2 NAD83(HARN) / WISCRS Barron (m)
2 NAD83(HARN) / WISCRS Barron (ftUS)
2 NAD83(HARN) / WISCRS Ashland (m)
2 NAD83(HARN) / WISCRS Ashland (ftUS)
 NAD83(HARN) / WISCRS Adams and Juneau (m)
 NAD83(HARN) / WISCRS Adams and Juneau (ftUS)
5 NAD83(CSRS96)
 NAD83(CSRS96)
3 NAD83(CSRS)v2
2 NAD83(CSRS)v2
2 NAD83(CSRS)v3
 NAD83(CSRS)v3
4 NAD83(CSRS)v4
2 NAD83(CSRS)v4
2 NAD83(CSRS)v5
 NAD83(CSRS)v5
2 NAD83(CSRS)v6
 NAD83(CSRS)v6
2 NAD83(CSRS)v7
 NAD83(CSRS)v7
56 NAD83(2011) / Oregon Burns-Harper zone (m)
 NAD83(2011) / Oregon Burns-Harper zone (ft)
 NAD83(2011) / Oregon Canyon City-Burns zone (m)
 NAD83(2011) / Oregon Canyon City-Burns zone (ft)
 NAD83(2011) / Oregon Coast Range North zone (m)
 NAD83(2011) / Oregon Coast Range North zone (ft)
 NAD83(2011) / Oregon Dayville-Prairie City zone (m)
 NAD83(2011) / Oregon Dayville-Prairie City zone (ft)
 NAD83(2011) / Oregon Denio-Burns zone (m)
 NAD83(2011) / Oregon Denio-Burns zone (ft)
 NAD83(2011) / Oregon Halfway zone (m)
 NAD83(2011) / Oregon Halfway zone (ft)
 NAD83(2011) / Oregon Medford-Diamond Lake zone (m)
 NAD83(2011) / Oregon Medford-Diamond Lake zone (ft)
 NAD83(2011) / Oregon Mitchell zone (m)
 NAD83(2011) / Oregon Mitchell zone (ft)
 NAD83(2011) / Oregon North Central zone (m)
 NAD83(2011) / Oregon North Central zone (ft)
 NAD83(2011) / Oregon Ochoco Summit zone (m)
 NAD83(2011) / Oregon Ochoco Summit zone (ft)
 NAD83(2011) / Oregon Owyhee zone (m)
 NAD83(2011) / Oregon Owyhee zone (ft)
 NAD83(2011) / Oregon Pilot Rock-Ukiah zone (m)
 NAD83(2011) / Oregon Pilot Rock-Ukiah zone (ft)
 NAD83(2011) / Oregon Prairie City-Brogan zone (m)
 NAD83(2011) / Oregon Prairie City-Brogan zone (ft)
 NAD83(2011) / Oregon Riley-Lakeview zone (m)
 NAD83(2011) / Oregon Riley-Lakeview zone (ft)
 NAD83(2011) / Oregon Siskiyou Pass zone (m)
 NAD83(2011) / Oregon Siskiyou Pass zone (ft)
 NAD83(2011) / Oregon Ukiah-Fox zone (m)
 NAD83(2011) / Oregon Ukiah-Fox zone (ft)
 NAD83(2011) / Oregon Wallowa zone (m)
 NAD83(2011) / Oregon Wallowa zone (ft)
 NAD83(2011) / Oregon Warner Highway zone (m)
 NAD83(2011) / Oregon Warner Highway zone (ft)
 NAD83(2011) / Oregon Willamette Pass zone (m)
 NAD83(2011) / Oregon Willamette Pass zone (ft)
 GR96 + GVR2000 height
 GR96 + GVR2016 height
 S-JTSK [JTSK03]
 S-JTSK [JTSK03] / Krovak
 S-JTSK [JTSK03] / Krovak East North
7 ETRS89 + Baltic 1957 height
10 ETRS89 / Belgian Lambert 2008 + Ostend height
9 NAD83 / NCRS Las Vegas (m)
 NAD83 / NCRS Las Vegas (ftUS)
 NAD83 / NCRS Las Vegas high (m)
 NAD83 / NCRS Las Vegas high (ftUS)
 NAD83(2011) / NCRS Las Vegas (m)
 NAD83(2011) / NCRS Las Vegas (ftUS)
 NAD83(2011) / NCRS Las Vegas high (m)
2 NAD83(2011) / NCRS Las Vegas high (ftUS)
4 GDA94 / WEIPA94
4 ETRS89 / Gauss-Kruger CM 9E
4 ETRF2005
4 ETRF2014
23 Hong Kong Geodetic CS
 Hong Kong Geodetic CS
 Macao 1920
2 Macao 2008
 Macao 2008
2 Macao 1920 / Macao Grid
8 Tananarive / Laborde Grid
8 NAD83(FBN)
6 RGTAAF07 / UTM zone 53S
 RGTAAF07 / UTM zone 54S
62 NAD83(2011) / KS RCS zone 1
 NAD83(2011) / KS RCS zone 2
 NAD83(2011) / KS RCS zone 3
 NAD83(2011) / KS RCS zone 4
 NAD83(2011) / KS RCS zone 5
 NAD83(2011) / KS RCS zone 6
 NAD83(2011) / KS RCS zone 7
 NAD83(2011) / KS RCS zone 8
 NAD83(2011) / KS RCS zone 9
 NAD83(2011) / KS RCS zone 10
 NAD83(2011) / KS RCS zone 11
 NAD83(2011) / KS RCS zone 12
2 NAD83(2011) / KS RCS zone 13
2 NAD83(2011) / KS RCS zone 14
 NAD83(2011) / KS RCS zone 15
 NAD83(2011) / KS RCS zone 16
 NAD83(2011) / KS RCS zone 17
2 NAD83(2011) / KS RCS zone 18
 NAD83(2011) / KS RCS zone 19
 NAD83(2011) / KS RCS zone 20
2 NAD83(FBN)
2 NAD83(HARN Corrected)
 NAD83(HARN Corrected)
132 MGI 1901 / Balkans zone 5
 MGI 1901 / Balkans zone 6
 MGI 1901 / Balkans zone 8
3 SRB_ETRS89 / UTM zone 34N
2 SRB_ETRS89
 SRB_ETRS89
 MGI 1901 / Slovenia Grid
 Slovenia 1996 / UTM zone 33N
5 NAD83(MA11) / UTM zone 54N
 NAD83(MA11) / UTM zone 55N
 Camacupa 2015
4 RSAO13
 RSAO13
 NAD83 / Arizona East (ft) + NAVD88 height (ft)
 NAD83 / Arizona Central (ft) + NAVD88 height (ft)
 NAD83 / Arizona West (ft) + NAVD88 height (ft)
 NAD83 / Michigan North (ft) + NAVD88 height (ft)
 NAD83 / Michigan Central (ft) + NAVD88 height (ft)
 NAD83 / Michigan South (ft) + NAVD88 height (ft)
 NAD83 / Montana (ft) + NAVD88 height (ft)
 NAD83 / North Dakota North (ft) + NAVD88 height (ft)
 NAD83 / North Dakota South (ft) + NAVD88 height (ft)
 NAD83 / Oregon North (ft) + NAVD88 height (ft)
 NAD83 / Oregon South (ft) + NAVD88 height (ft)
 NAD83 / South Carolina (ft) + NAVD88 height (ft)
 NAD83 / Arkansas North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Arkansas South (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 1 (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 2 (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 3 (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 4 (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 5 (ftUS) + NAVD88 height (ftUS)
 NAD83 / California zone 6 (ftUS) + NAVD88 height (ftUS)
 NAD83 / Colorado North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Colorado Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Colorado South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Connecticut (ftUS) + NAVD88 height (ftUS)
 NAD83 / Delaware (ftUS) + NAVD88 height (ftUS)
 NAD83 / Florida North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Florida East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Florida West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Georgia East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Georgia West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Idaho East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Idaho Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Idaho West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Illinois East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Illinois West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Indiana East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Indiana West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Iowa North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Iowa South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Kansas North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Kansas South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Kentucky North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Kentucky South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Louisiana North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Louisiana South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Maine East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Maine West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Maryland (ftUS) + NAVD88 height (ftUS)
 NAD83 / Massachusetts Mainland (ftUS) + NAVD88 height (ftUS)
 NAD83 / Massachusetts Island (ftUS) + NAVD88 height (ftUS)
 NAD83 / Minnesota North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Minnesota Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Minnesota South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Mississippi East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Mississippi West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Nebraska (ftUS) + NAVD88 height (ftUS)
 NAD83 / Nevada East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Nevada Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Nevada West (ftUS) + NAVD88 height (ftUS)
 NAD83 / New Hampshire (ftUS) + NAVD88 height (ftUS)
 NAD83 / New Jersey (ftUS) + NAVD88 height (ftUS)
 NAD83 / New Mexico East (ftUS) + NAVD88 height (ftUS)
 NAD83 / New Mexico Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / New Mexico West (ftUS) + NAVD88 height (ftUS)
 NAD83 / New York East (ftUS) + NAVD88 height (ftUS)
 NAD83 / New York Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / New York West (ftUS) + NAVD88 height (ftUS)
 NAD83 / New York Long Island (ftUS) + NAVD88 height (ftUS)
 NAD83 / North Carolina (ftUS) + NAVD88 height (ftUS)
 NAD83 / Ohio North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Ohio South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Oklahoma North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Oklahoma South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Pennsylvania North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Pennsylvania South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Rhode Island (ftUS) + NAVD88 height (ftUS)
 NAD83 / South Dakota North (ftUS) + NAVD88 height (ftUS)
 NAD83 / South Dakota South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Tennessee (ftUS) + NAVD88 height (ftUS)
 NAD83 / Texas North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Texas North Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Texas Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Texas South Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Texas South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Utah North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Utah Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Utah South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Vermont (ftUS) + NAVD88 height (ftUS)
 NAD83 / Virginia North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Virginia South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Washington North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Washington South (ftUS) + NAVD88 height (ftUS)
 NAD83 / West Virginia North (ftUS) + NAVD88 height (ftUS)
 NAD83 / West Virginia South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wisconsin North (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wisconsin Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wisconsin South (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wyoming East (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wyoming East Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wyoming West Central (ftUS) + NAVD88 height (ftUS)
 NAD83 / Wyoming West (ftUS) + NAVD88 height (ftUS)
 NAD83 / Alabama East + NAVD88 height
 NAD83 / Alabama West + NAVD88 height
 NAD83 / Alaska zone 1 + NAVD88 height
 NAD83 / Alaska zone 2 + NAVD88 height
 NAD83 / Alaska zone 3 + NAVD88 height
 NAD83 / Alaska zone 4 + NAVD88 height
 NAD83 / Alaska zone 5 + NAVD88 height
 NAD83 / Alaska zone 6 + NAVD88 height
 NAD83 / Alaska zone 7 + NAVD88 height
 NAD83 / Alaska zone 8 + NAVD88 height
 NAD83 / Alaska zone 9 + NAVD88 height
 NAD83 / Alaska zone 10 + NAVD88 height
 NAD83 / Missouri East + NAVD88 height
 NAD83 / Missouri Central + NAVD88 height
 NAD83 / Missouri West + NAVD88 height
2 MTRF-2000
 MTRF-2000
8 NAD83 / Idaho Transverse Mercator
10 MTRF-2000 / UTM zone 36N
 MTRF-2000 / UTM zone 37N
 MTRF-2000 / UTM zone 38N
 MTRF-2000 / UTM zone 39N
 MTRF-2000 / UTM zone 40N
17 WGS 84 / Equal Earth Greenwich
 WGS 84 / Equal Earth Americas
 WGS 84 / Equal Earth Asia-Pacific
 NAD83(FBN)
28 WGS 84 (Transit)
11 RGWF96
 RGWF96
 RGWF96 (lon-lat)
 RGWF96 (lon-lat)
 RGWF96 / UTM zone 1S
3 CR-SIRGAS epoch 2014.59
 CR-SIRGAS epoch 2014.59
 CR-SIRGAS epoch 2014.59 / CRTM05
 CR-SIRGAS epoch 2014.59 / UTM zone 16N
 CR-SIRGAS epoch 2014.59 / UTM zone 17N
2 CR-SIRGAS epoch 2014.59 / CRTM05 + DACR52 height
4 SIRGAS-CON DGF00P01
2 SIRGAS-CON DGF01P01
2 SIRGAS-CON DGF01P02
2 SIRGAS-CON DGF02P01
2 SIRGAS-CON DGF04P01
2 SIRGAS-CON DGF05P01
2 SIRGAS-CON DGF06P01
2 SIRGAS-CON DGF07P01
2 SIRGAS-CON DGF08P01
2 SIRGAS-CON SIR09P01
2 SIRGAS-CON SIR10P01
2 SIRGAS-CON SIR11P01
2 SIRGAS-CON SIR13P01
2 SIRGAS-CON SIR14P01
2 SIRGAS-CON SIR15P01
2 SIRGAS-CON SIR17P01
2 SIRGAS-Chile 2010
 SIRGAS-Chile 2010
 SIRGAS-Chile 2010 / UTM zone 18S
 SIRGAS-Chile 2010 / UTM zone 19S
21 SIRGAS-CON DGF00P01
 SIRGAS-CON DGF01P01
 SIRGAS-CON DGF01P02
 SIRGAS-CON DGF02P01
 SIRGAS-CON DGF04P01
 SIRGAS-CON DGF05P01
 SIRGAS-CON DGF06P01
 SIRGAS-CON DGF07P01
 SIRGAS-CON DGF08P01
 SIRGAS-CON SIR09P01
 SIRGAS-CON SIR10P01
 SIRGAS-CON SIR11P01
 SIRGAS-CON SIR13P01
 SIRGAS-CON SIR14P01
 SIRGAS-CON SIR15P01
 SIRGAS-CON SIR17P01
 ITRF88
 ITRF89
 ITRF90
 ITRF91
 ITRF92
 ITRF93
 ITRF94
 ITRF96
 ITRF97
 ITRF2000
 ITRF2005
 ITRF2008
 ITRF2014
2 IGS97
 IGS97
2 IGS00
 IGS00
2 IGb00
 IGb00
2 IGS05
 IGS05
 IGS08
 IGS08
2 IGb08
 IGb08
 IGS14
 IGS14
20 ISN2016 / LAEA Europe
 ISN2016 / LCC Europe
13 WGS 84 (G730)
 WGS 84 (G873)
 WGS 84 (G1150)
 WGS 84 (G1674)
 WGS 84 (G1762)
2 ETRF89
 ETRF90
 ETRF91
 ETRF92
 ETRF93
 ETRF94
 ETRF96
 ETRF97
 ETRF2000
 ETRF2005
 ETRF2014
2 NAD83(MARP00)
 NAD83(MARP00)
2 NAD83(PACP00)
 NAD83(PACP00)
64 KOSOVAREF01
 KOSOVAREF01
 KOSOVAREF01 / Balkans zone 7
6 SIRGAS-Chile 2013
 SIRGAS-Chile 2013
 SIRGAS-Chile 2013 / UTM zone 18S
 SIRGAS-Chile 2013 / UTM zone 19S
2 SIRGAS-Chile 2016
 SIRGAS-Chile 2016
 SIRGAS-Chile 2016 / UTM zone 18S
 SIRGAS-Chile 2016 / UTM zone 19S
 RSAO13 / UTM zone 32S
 RSAO13 / UTM zone 33S
 RSAO13 / UTM zone 34S
 RSAO13 / TM 12 SE
24 SIRGAS-Chile
 SIRGAS-Chile
7 WGS 84 / NIWA Albers
14 VN-2000 / TM-3 103-00
 VN-2000 / TM-3 104-00
 VN-2000 / TM-3 104-30
 VN-2000 / TM-3 104-45
 VN-2000 / TM-3 105-30
 VN-2000 / TM-3 105-45
 VN-2000 / TM-3 106-00
 VN-2000 / TM-3 106-15
 VN-2000 / TM-3 106-30
 VN-2000 / TM-3 107-00
 VN-2000 / TM-3 107-15
 VN-2000 / TM-3 107-30
 VN-2000 / TM-3 108-15
 VN-2000 / TM-3 108-30
3 Hartebeesthoek94 / ZAF BSU Albers 25E
 Hartebeesthoek94 / ZAF BSU Albers 44E
26 Tapi Aike
 Tapi Aike / Argentina 1
 Tapi Aike / Argentina 2
 MMN
 MMN / Argentina 2
 MMS
 MMS / Argentina 2
11 POSGAR 2007 / UTM zone 19S
2 MGI
4 MGI / Austria West
 MGI / Austria Central
 MGI / Austria East
11 Pampa del Castillo / Argentina 1
 Pampa del Castillo / Argentina 3
 ETRS89 + NAP height
3 ETRS89 + LAT NL depth
 ETRS89 + MSL NL depth
3 ONGD17
 ONGD17
 ONGD17 / UTM zone 39N
 ONGD17 / UTM zone 40N
 ONGD17 / UTM zone 41N
2 HS2-IRF
 HS2 Survey Grid
6 HS2 Survey Grid + HS2-VRF height
2 ATRF2014
 ATRF2014
2 NAD27 / US National Atlas Equal Area
21 KSA-GRF17
 KSA-GRF17
21 WGS 84 / IBCSO Polar Stereographic
2 KSA-GRF17 / UTM zone 36N
 KSA-GRF17 / UTM zone 37N
 KSA-GRF17 / UTM zone 38N
 KSA-GRF17 / UTM zone 39N
 KSA-GRF17 / UTM zone 40N
4 TPEN11-IRF
3 TPEN11 Grid
 TPEN11 Grid + ODN height
4 MML07-IRF
 MML07 Grid
 MML07 Grid + ODN height
3 MAGNA-SIRGAS 2018 / Origen-Nacional
2 IGb14
 IGb14
4 AbInvA96_2020-IRF
3 AbInvA96_2020 Grid
 AbInvA96_2020 Grid + ODN height
3 BGS2005 / UTM zone 35N
12 PN68
 PN68 / UTM zone 27N
 PN68 / UTM zone 28N
 PN84 / UTM zone 27N
 PN84 / UTM zone 28N
15 ETRS89 + EVRF2019 height
 ETRS89 + EVRF2019 mean-tide height
 ETRS89 + ODN height
 ETRS89 + ODN (Offshore) height
 ETRS89 + ODN Orkney height
 ETRS89 + Lerwick height
 ETRS89 + Stornoway height
 ETRS89 + Douglas height
 ETRS89 + St. Marys height
19 ETRS89 + Malin Head height
 ETRS89 + Belfast height
2 ETRS89 + BI height
 GBK19-IRF
3 GBK19 Grid
 GBK19 Grid + ODN height
5 GDA2020 + AVWS height
 GDA2020 + AHD height
 GDA94 + AHD height
5 SRGI2013
 SRGI2013
3 GDA2020 / Australian Albers
 PZ-90.02
 PZ-90.11
 SRGI2013 / UTM zone 46N
 SRGI2013 / UTM zone 47N
 SRGI2013 / UTM zone 48N
 SRGI2013 / UTM zone 49N
 SRGI2013 / UTM zone 50N
 SRGI2013 / UTM zone 51N
 SRGI2013 / UTM zone 52N
5 SRGI2013 / UTM zone 47S
 SRGI2013 / UTM zone 48S
 SRGI2013 / UTM zone 49S
 SRGI2013 / UTM zone 50S
 SRGI2013 / UTM zone 51S
 SRGI2013 / UTM zone 52S
 SRGI2013 / UTM zone 53S
 SRGI2013 / UTM zone 54S
4 POSGAR 2007 / CABA 2019
2 ETRS89 + EVRF2000 Austria height
 MGI + EVRF2000 Austria height
 CIGD11 + CBVD61 height (ft)
 CIGD11 + GCVD54 height (ft)
 CIGD11 + LCVD61 height (ft)
 ETRS89 + Alicante height
 ETRS89 + Ceuta 2 height
 ETRS89 + Ibiza height
 ETRS89 + Mallorca height
 ETRS89 + Menorca height
 REGCAN95 + El Hierro height
 REGCAN95 + Fuerteventura height
 REGCAN95 + Gran Canaria height
 REGCAN95 + La Gomera height
 REGCAN95 + La Palma height
 REGCAN95 + Lanzarote height
 REGCAN95 + Tenerife height
 SHGD2015 + SHVD2015 height
 WGS 84 + EGM2008 height
 FEH2010 + FCSVR10 height
 KSA-GRF17 + KSA-VRF14 height
 POSGAR 2007 + SRVN16 height
 NAD83(2011) + PRVD02 height
 NAD83(2011) + VIVD09 height
 NAD83(MA11) + GUVD04 height
 NAD83(MA11) + NMVD03 height
 NAD83(PA11) + ASVD02 height
 NZGD2000 + NZVD2009 height
 NZGD2000 + NZVD2016 height
 SRGI2013 + INAGeoid2020 v1 height
 RGFG95 + NGG1977 height
 RGAF09 + Guadeloupe 1988 height
 RGAF09 + IGN 1988 LS height
 RGAF09 + IGN 1988 MG height
 RGAF09 + IGN 1988 SB height
 RGAF09 + IGN 1988 SM height
 RGAF09 + IGN 2008 LD height
 RGAF09 + Martinique 1987 height
 RGF93 v2 + NGF-IGN69 height
 RGF93 v2 + NGF-IGN78 height
 RGNC91-93 + NGNC08 height
 RGSPM06 + Danger 1950 height
 RRAF 1991 + IGN 2008 LD height
 ITRF2005 + SA LLD height
 NAD83(CSRS)v6 + CGVD2013a(2010) height
2 LTF2004(G)
 LTF2004(G)
2 LTF2004(C)
107 ETRF2000-PL + Baltic 1986 height
 ETRF2000-PL + EVRF2007-PL height
17 NAD83 / USFS R6 Albers
4 Gulshan 303 / Bangladesh Transverse Mercator
2 WGS 84 / TM 90 NE
15 REDGEOMIN
 REDGEOMIN
 REDGEOMIN / UTM zone 12S
 REDGEOMIN / UTM zone 18S
 REDGEOMIN / UTM zone 19S
2 ETRF2000-PL
 ETRF2000-PL
3 WGS 84 + MSL height
2 WGS 84 + EGM96 height
2 NAD83(CSRS) / UTM zone 23N
2 NAD83(CSRS) / UTM zone 23N + CGVD2013 height
 NAD83 / UTM zone 24N
 NAD83(CSRS) / UTM zone 24N
 NAD83(CSRS) / UTM zone 24N + CGVD2013 height
 NAD83(CSRS) / UTM zone 15N + CGVD2013a(2010) height
 IGM95 / UTM zone 34N
7 ETRS89 + Genoa 1942 height
 ETRS89 + Catania 1965 height
 ETRS89 + Cagliari 1956 height
14 EOS21-IRF
2 EOS21 Grid
 EOS21 Grid + ODN height
6 NAD83(2011) / Alabama East (ftUS)
 NAD83(2011) / Alabama West (ftUS)
5 WGS 84 (G2139)
 WGS 84 (G2139)
3 ECML14_NB-IRF
3 ECML14_NB Grid
 ECML14_NB Grid + ODN height
 EWR2-IRF
3 EWR2 Grid
 EWR2 Grid + ODN height
9 RGF93 v2
 RGF93 v2
 RGF93 v2 (lon-lat)
 RGF93 v2 (lon-lat)
2 RGF93 v2b
 RGF93 v2b
 RGF93 v2b (lon-lat)
 RGF93 v2b (lon-lat)
 RGF93 v2b + NGF-IGN69 height
8 RGF93 v2 / Lambert-93
 RGF93 v2b / Lambert-93
27 UCS-2000 / LCS-32 Kyiv region
 RGF93 v2 / CC42
 RGF93 v2 / CC43
 RGF93 v2 / CC44
 RGF93 v2 / CC45
 RGF93 v2 / CC46
 RGF93 v2 / CC47
 RGF93 v2 / CC48
 RGF93 v2 / CC49
 RGF93 v2 / CC50
 UCS-2000 / LCS-01 Crimea
 UCS-2000 / LCS-05 Vinnytsia
 UCS-2000 / LCS-07 Volyn
 UCS-2000 / LCS-12 Dnipropetrovsk
 UCS-2000 / LCS-14 Donetsk
 UCS-2000 / LCS-18 Zhytomyr
 UCS-2000 / LCS-21 Zakarpattia
 UCS-2000 / LCS-23 Zaporizhzhia
 UCS-2000 / LCS-26 Ivano-Frankivsk
 UCS-2000 / LCS-35 Kirovohrad
 UCS-2000 / LCS-44 Luhansk
 RGF93 v2b / CC42
 RGF93 v2b / CC43
 RGF93 v2b / CC44
 RGF93 v2b / CC45
 RGF93 v2b / CC46
 RGF93 v2b / CC47
 RGF93 v2b / CC48
 RGF93 v2b / CC49
 RGF93 v2b / CC50
 UCS-2000 / LCS-46 Lviv
 UCS-2000 / LCS-48 Mykolaiv
 UCS-2000 / LCS-51 Odessa
 UCS-2000 / LCS-53 Poltava
 UCS-2000 / LCS-56 Rivne
 UCS-2000 / LCS-59 Sumy
 UCS-2000 / LCS-61 Ternopil
 UCS-2000 / LCS-63 Kharkiv
 UCS-2000 / LCS-65 Kherson
 UCS-2000 / LCS-68 Khmelnytsky
 UCS-2000 / LCS-71 Cherkasy
 UCS-2000 / LCS-73 Chernivtsi
 UCS-2000 / LCS-74 Chernihiv
 UCS-2000 / LCS-80 Kyiv city
 UCS-2000 / LCS-85 Sevastopol
 MRH21-IRF
3 MRH21 Grid
 MRH21 Grid + ODN height
 MOLDOR11-IRF
3 PNG94 / PNGMG94 zone 57
 PNG94 / PNGMG94 zone 58
5 MOLDOR11 Grid
 MOLDOR11 Grid + ODN height
2 ETRS89-NOR [EUREF89] + CD Norway depth
10 LUREF
2 LUREF / Luxembourg TM (3D)
2 LUREF / Luxembourg TM + NG95 height
10 ETRS89 + Ostend height
13 OSGB36 / British National Grid + BI height
2 ETRS89 / ITM + BI height
2 ETRS89 + DHHN2016 height
4 DB_REF2003 zone 2
 DB_REF2003 zone 3
 DB_REF2003 zone 4
 DB_REF2003 zone 5
 DB_REF2016 zone 2
 DB_REF2016 zone 3
 DB_REF2016 zone 4
 DB_REF2016 zone 5
4 EBBWV14-IRF
4 EBBWV14 Grid
 EBBWV14 Grid + ODN height
 Macedonia State Coordinate System truncated
2 ISN2004 / LAEA Iceland
 ISN93 + ISH2004 height
 ISN2004 + ISH2004 height
 ISN2016 + ISH2004 height
 ISN93 / Lambert 1993 + ISH2004 height
 ISN2004 / Lambert 2004 + ISH2004 height
 ISN2016 / Lambert 2016 + ISH2004 height
11 HULLEE13-IRF
3 HULLEE13 Grid
 HULLEE13 Grid + ODN height
 SCM22-IRF
3 SCM22 Grid
 SCM22 Grid + ODN height
 FNL22-IRF
3 FNL22 Grid
 FNL22 Grid + ODN height
11 ITRF2020
 ITRF2020
166 ETRS89 + MSL UK & Ireland VORF08 depth
 ETRS89 + CD UK & Ireland VORF08 depth
 S34J-IRF
2 S34J reconstruction east-orientated
2 JGD2011 / Japan Plane Rectangular CS I + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS II + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS III + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS IV + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS V + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS VI + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS VII + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS VIII + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS IX + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS X + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS XI + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS XII + JGD2011 (vertical) height
 JGD2011 / Japan Plane Rectangular CS XIII + JGD2011 (vertical) height
 DoPw22-IRF
2 IGS20
 IGS20
5 DoPw22 Grid
 DoPw22 Grid + ODN height
 ShAb07-IRF
3 ShAb07 Grid
 ShAb07 Grid + ODN height
2 CNH22-IRF
3 CNH22 Grid
 CNH22 Grid + ODN height
 CWS13-IRF
3 CWS13 Grid
 CWS13 Grid + ODN height
4 DIBA15-IRF
3 DIBA15 Grid
 DIBA15 Grid + ODN height
 GWPBS22-IRF
3 GWPBS22 Grid
 GWPBS22 Grid + ODN height
 GWWAB22-IRF
3 GWWAB22 Grid
 GWWAB22 Grid + ODN height
 GWWWA22-IRF
3 GWWWA22 Grid
 GWWWA22 Grid + ODN height
 MALS09-IRF
3 MALS09 Grid
 MALS09 Grid + ODN height
 OxWo08-IRF
6 OxWo08 Grid
 OxWo08 Grid + ODN height
 SYC20-IRF
3 SYC20 Grid
 SYC20 Grid + ODN height
4 Slovenia 1996 + SVS2010 height
 Slovenia 1996 / Slovene National Grid + SVS2010 height
3 S34S-IRF
 S34S reconstruction east-orientated
2 S45B-IRF
2 S45B reconstruction east-orientated
2 GS-IRF
2 GS reconstruction east-orientated
2 GSB-IRF
2 GSB reconstruction east-orientated
3 KK-IRF
 KK reconstruction east-orientated
2 Ostenfeld-IRF
2 Ostenfeld reconstruction
2 SMITB20-IRF
3 SMITB20 Grid
 SMITB20 Grid + ODN height
 RBEPP12-IRF
3 RBEPP12 Grid
 RBEPP12 Grid + ODN height
2 ETRS89/DREF91/2016
 ETRS89/DREF91/2016
 ETRS89/DREF91/2016 / 3-degree Gauss-Kruger zone 3
 ETRS89/DREF91/2016 / UTM zone 31N (N-zE)
 ETRS89/DREF91/2016 / UTM zone 31N (zE-N)
 ETRS89/DREF91/2016 / UTM zone 32N (N-zE)
 ETRS89/DREF91/2016 / UTM zone 32N (zE-N)
 ETRS89/DREF91/2016 / UTM zone 33N (N-zE)
 ETRS89/DREF91/2016 / UTM zone 33N (zE-N)
2 ETRS89/DREF91/2016 + DHHN2016 height
5 RGSH2020
 RGSH2020
 RGNC91-93 (lon-lat)
4 LKS-2020
 LKS-2020
 LKS-2020 / Latvia TM
 RGNC91-93 (lon-lat)
2 RGNC15
 RGNC15
 RGNC15 (lon-lat)
 RGNC15 (lon-lat)
2 RGNC15 / Lambert New Caledonia 2015
 RGNC15 / UTM zone 57S
 RGNC15 / UTM zone 58S
 RGNC15 / UTM zone 59S
 RGNC15 (lon-lat) + NGNC08 height
9 BH_ETRS89
 BH_ETRS89
 BH_ETRS89 / TM
16 Hughes 1980
 NSIDC Authalic Sphere
9 ETRS89 + Formentera height
 ETRS89 + Alboran height
 ETRS89 + Melilla height
8 KGD2002 + KVD1964 height
48 NAD83(CSRS)v8
 NAD83(CSRS)v8
34 GDA94 / ALB94
 GDA94 / BIO94
 GDA94 / BRO94
 GDA94 / BCG94
 GDA94 / CARN94
 GDA94 / COL94
 GDA94 / ESP94
 GDA94 / EXM94
 GDA94 / GCG94
 GDA94 / GOLD94
 GDA94 / JCG94
 GDA94 / KALB94
 GDA94 / KAR94
 GDA94 / KUN94
 GDA94 / LCG94
 GDA94 / MRCG94
 GDA94 / PCG94
 GDA94 / PHG94
3 COV23-IRF
3 COV23 Grid
 COV23 Grid + ODN height
2 BBT2000
 BBT2000
2 BBT2000 / BBT-TM
3 NAD83 / TWDB GM
 NAD83 / TWDB GM
5 ETRS89 + DVR90(2002) height
 ETRS89 + DVR90(2013) height
 ETRS89 + DVR90(2023) height
9 RGF93 v2 / Lambert-93 + NGF-IGN69 height
 RGF93 v2 / Lambert-93 + NGF-IGN78 height
 RGF93 v2b / Lambert-93 + NGF-IGN69 height
 RGF93 v2b / Lambert-93 + NGF-IGN78 height
7 RGF93 v2b + NGF-IGN78 height
9 NAD83(2011) / Adjusted Jackson (ftUS)
29 ETRS89 + Cascais height
8 ETRS89 + DKMSL(2022) depth
 ETRS89 + DKLAT(2022) depth
 ETRS89 + DKMSL(2023) depth
 ETRS89 + DKLAT(2023) depth
14 ETRF2020
 ETRF2020
21 WGS 84 / GLANCE Africa
2 WGS 84 / GLANCE Asia
2 WGS 84 / GLANCE Europe
2 WGS 84 / GLANCE North America
3 WGS 84 / GLANCE Oceania
2 WGS 84 / GLANCE South America
2 WGS 84 (G2296)
 WGS 84 (G2296)
16 NAD83(2011) / San Francisco SFO-B18 (ftUS)
 ECML14-IRF
3 ECML14 Grid
 ECML14 Grid + ODN height
 WC05-IRF
4 WC05 Grid
 RGAF09 / UTM zone 20N + Martinique 1987 height
2 Saba
 Saba
2 BES2020 Saba
 BES2020 Saba
2 Saba DPnet
2 Saba + Saba height
 BES2020 Saba + Saba height
 Saba DPnet + Saba height
6 GR96 + GLMSL(2023) depth
 GR96 + GLLAT(2023) depth
7 ETRF2000 + EOMA 1980 height
 HD72 / EOV + EOMA 1980 height
5 SIRGAS 2000 / Porto Alegre TM
5 RGM23
 RGM23
 RGM23 (lon-lat)
 RGM23 (lon-lat)
 RGM23 / UTM zone 38S
5 ETRS89 + BSCD2000 depth
7 Slovenia 1996 + SVS2000 height
 Slovenia 1996 / Slovene National Grid + SVS2000 height
2 EUREF-FIN
 EUREF-FIN
 EUREF-FIN + N60 height
 EUREF-FIN + N2000 height
7 EUREF-FIN / UTM zone 34N
3 EUREF-FIN / UTM zone 36N
22 UZGD2024
 UZGD2024
 UZGD2024 / UzREF24 zone 40
 UZGD2024 / UzREF24 zone 41
 UZGD2024 / UzREF24 zone 42
 UZGD2024 / UzREF24 zone 43
2 ETRS89/DREF91/2016 / UTM zone 31N
 ETRS89/DREF91/2016 / UTM zone 32N
 ETRS89/DREF91/2016 / UTM zone 33N
2 Sint Eustatius
 Sint Eustatius
2 BES2020 Sint Eustatius
 BES2020 Sint Eustatius
2 Sint Eustatius + Sint Eustatius height
 BES2020 Sint Eustatius + Sint Eustatius height
2 Sint Eustatius DPnet short
 Sint Eustatius DPnet long
 Sint Eustatius DPnet short + Sint Eustatius height
 Sint Eustatius DPnet long + Sint Eustatius height
11 Bonaire
 Bonaire DPnet
2 Bonaire 2004
 Bonaire 2004
2 Bonaire DPnet + Bonaire height
 Bonaire 2004 + Bonaire height
8 SIRGAS 2000 / Ribeirao Preto Local TM
 EUREF-FIN / TM35FIN(E,N) + N2000 height
6 ITRF2020-u2023
 ITRF2020-u2023
3 IGb20
 IGb20
3 WGS 84 / Agriculture Canada Albers
2 UGRF
 UGRF
 UGRF / UTM zone 35N
 UGRF / UTM zone 36N
 UGRF / UTM zone 36S
 UGRF / UTM zone 35S
4 LibRef21
 LibRef21
 LibRef21 / UTM zone 28N
 LibRef21 / UTM zone 29N
4 NKG_ETRF14
 NKG_ETRF14
13 WGS 84 / Agriculture Canada Albers
6 LKS-92 + Latvia 2000 height
4 Georgia Geodetic Datum
 Georgia Geodetic Datum
2 Georgia Geodetic Datum / Lambert
3 Georgia Geodetic Datum / UTM zone 37N (N-E)
 Georgia Geodetic Datum / UTM zone 38N (N-E)
2 LKS-2020 + Latvia 2000 height
10 EWR3-IRF
2 EWR3 Grid
 EWR3 Grid + ODN height
5 SIRGAS 2000 / Brazil Albers
3 WSPG-IRF
3 WSPG Grid
 WSPG Grid + ODN height
 CGRS93 + Famagusta 1960 height
9 ETRS89-NOR [EUREF89]
 ETRS89-NOR [EUREF89]
16 ETRS89-DNK
 ETRS89-DNK
6 Asse 2025
 Asse 2025 / 3-degree Gauss-Kruger zone 4 (E-N)
5 Asse 2025 + Asse 2025 height
2 Asse 2025 / Gauss-Kruger zone 4 (E-N) + Asse 2025 height
3 CSRN epoch 2025.0 (NAD83 2011)
 CSRN epoch 2025.0 (NAD83 2011)
 CSRN2025 (NAD83 2011) / California zone 1 (ftUS)
 CSRN2025 (NAD83 2011) / California zone 2 (ftUS)
 CSRN2025 (NAD83 2011) / California zone 3 (ftUS)
 CSRN2025 (NAD83 2011) / California zone 4 (ftUS)
 CSRN2025 (NAD83 2011) / California zone 5 (ftUS)
 CSRN2025 (NAD83 2011) / California zone 6 (ftUS)
 CSRN2025 (NAD83 2011) / California Albers
3 CSRN2025 (NAD83 2011) + COH88 2025 (NAVD88) height
 CSRN2025 (NAD83 2011) / California zone 1
 CSRN2025 (NAD83 2011) / California zone 2
 CSRN2025 (NAD83 2011) / California zone 3
 CSRN2025 (NAD83 2011) / California zone 4
 CSRN2025 (NAD83 2011) / California zone 5
 CSRN2025 (NAD83 2011) / California zone 6
14 QazTRF-23
 QazTRF-23
 QazTRF-23 / Gauss-Kruger zone 8
 QazTRF-23 / Gauss-Kruger zone 9
 QazTRF-23 / Gauss-Kruger zone 10
 QazTRF-23 / Gauss-Kruger zone 11
 QazTRF-23 / Gauss-Kruger zone 12
 QazTRF-23 / Gauss-Kruger zone 13
 QazTRF-23 / Gauss-Kruger zone 14
 QazTRF-23 / Gauss-Kruger zone 15
2 CSRN epoch 2025.0 (ITRF2020)
 CSRN epoch 2025.0 (ITRF2020)
3 GR96(1996)
 GR96(1996)
2 GR96(2021)
 GR96(2021)
8 NATRF2022
 NATRF2022
11 NATRF2022 / Gulf
 NATRF2022 / Gulf (ft)
 NATRF2022 / Gulf Louisiana Shelf (ft)
 NATRF2022 / Gulf Texas Shelf North (ft)
 NATRF2022 / Gulf Texas Shelf South (ft)
 NATRF2022 / Gulf West (ft)
 NATRF2022 / Gulf West Central (ft)
 NATRF2022 / Gulf East Central (ft)
 NATRF2022 / Gulf East (ft)
13 ETRS89-NOR [EUREF89] + SVD2024 height
12 ETRS89-NOR [EUREF89] / UTM zone 30N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 31N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 32N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 33N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 34N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 35N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 36N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 37N (N-E)
 ETRS89-NOR [EUREF89] / UTM zone 30N
 ETRS89-NOR [EUREF89] / UTM zone 31N
 ETRS89-NOR [EUREF89] / UTM zone 32N
 ETRS89-NOR [EUREF89] / UTM zone 33N
 ETRS89-NOR [EUREF89] / UTM zone 34N
 ETRS89-NOR [EUREF89] / UTM zone 35N
 ETRS89-NOR [EUREF89] / UTM zone 36N
 ETRS89-NOR [EUREF89] / UTM zone 37N
15 CR-SIRGAS epoch 2019.24
 CR-SIRGAS epoch 2019.24
71 MAGNA-SIRGAS 2018 / Colombia Far West zone
 MAGNA-SIRGAS 2018 / Colombia West zone
 MAGNA-SIRGAS 2018 / Colombia Bogota zone
 MAGNA-SIRGAS 2018 / Colombia East Central zone
 MAGNA-SIRGAS 2018 / Colombia East zone
40 RGM23 + IGN 2023 Mayotte height
8843 ETRS89-NOR [EUREF89] + SVD2006 height
 MWC18 Grid
 MWC18 Grid + ODN height
 Pulkovo 1995 / Gauss-Kruger zone 4
 Pulkovo 1995 / Gauss-Kruger zone 5
 Pulkovo 1995 / Gauss-Kruger zone 6
 Pulkovo 1995 / Gauss-Kruger zone 7
 Pulkovo 1995 / Gauss-Kruger zone 8
 Pulkovo 1995 / Gauss-Kruger zone 9
 Pulkovo 1995 / Gauss-Kruger zone 10
 Pulkovo 1995 / Gauss-Kruger zone 11
 Pulkovo 1995 / Gauss-Kruger zone 12
 Pulkovo 1995 / Gauss-Kruger zone 13
 Pulkovo 1995 / Gauss-Kruger zone 14
 Pulkovo 1995 / Gauss-Kruger zone 15
 Pulkovo 1995 / Gauss-Kruger zone 16
 Pulkovo 1995 / Gauss-Kruger zone 17
 Pulkovo 1995 / Gauss-Kruger zone 18
 Pulkovo 1995 / Gauss-Kruger zone 19
 Pulkovo 1995 / Gauss-Kruger zone 20
 Pulkovo 1995 / Gauss-Kruger zone 21
 Pulkovo 1995 / Gauss-Kruger zone 22
 Pulkovo 1995 / Gauss-Kruger zone 23
 Pulkovo 1995 / Gauss-Kruger zone 24
 Pulkovo 1995 / Gauss-Kruger zone 25
 Pulkovo 1995 / Gauss-Kruger zone 26
 Pulkovo 1995 / Gauss-Kruger zone 27
 Pulkovo 1995 / Gauss-Kruger zone 28
 Pulkovo 1995 / Gauss-Kruger zone 29
 Pulkovo 1995 / Gauss-Kruger zone 30
 Pulkovo 1995 / Gauss-Kruger zone 31
 Pulkovo 1995 / Gauss-Kruger zone 32
 MWC18-IRF
4 NAD83(CSRS)v4 + CGVD2013a(2002) height
 NAD83(CSRS)v3 + CGVD2013a(1997) height
2 SIRGAS-Chile 2021
 SIRGAS-Chile 2021
 SIRGAS-Chile 2021 / UTM zone 12S
 SRGI2013 + INAGeoid2020 v2 height
2 MAGNA-SIRGAS 2018
 MAGNA-SIRGAS 2018
 GDA2020 / BCSG2020
 SIRGAS-Chile 2021 / UTM zone 18S
 SIRGAS-Chile 2021 / UTM zone 19S
 NAD83(2011) / Amtrak NECCS21 (ft)
14 Pulkovo 1995 / Gauss-Kruger 4N
 Pulkovo 1995 / Gauss-Kruger 5N
 Pulkovo 1995 / Gauss-Kruger 6N
 Pulkovo 1995 / Gauss-Kruger 7N
 Pulkovo 1995 / Gauss-Kruger 8N
 Pulkovo 1995 / Gauss-Kruger 9N
 Pulkovo 1995 / Gauss-Kruger 10N
 Pulkovo 1995 / Gauss-Kruger 11N
 Pulkovo 1995 / Gauss-Kruger 12N
 Pulkovo 1995 / Gauss-Kruger 13N
 Pulkovo 1995 / Gauss-Kruger 14N
 Pulkovo 1995 / Gauss-Kruger 15N
 Pulkovo 1995 / Gauss-Kruger 16N
 Pulkovo 1995 / Gauss-Kruger 17N
 Pulkovo 1995 / Gauss-Kruger 18N
 Pulkovo 1995 / Gauss-Kruger 19N
 Pulkovo 1995 / Gauss-Kruger 20N
 Pulkovo 1995 / Gauss-Kruger 21N
 Pulkovo 1995 / Gauss-Kruger 22N
 Pulkovo 1995 / Gauss-Kruger 23N
 Pulkovo 1995 / Gauss-Kruger 24N
 Pulkovo 1995 / Gauss-Kruger 25N
 Pulkovo 1995 / Gauss-Kruger 26N
 Pulkovo 1995 / Gauss-Kruger 27N
 Pulkovo 1995 / Gauss-Kruger 28N
 Pulkovo 1995 / Gauss-Kruger 29N
 Pulkovo 1995 / Gauss-Kruger 30N
 Pulkovo 1995 / Gauss-Kruger 31N
 Pulkovo 1995 / Gauss-Kruger 32N
43 Adindan / UTM zone 35N
 Adindan / UTM zone 36N
 Adindan / UTM zone 37N
 Adindan / UTM zone 38N
110 AGD66 / AMG zone 48
 AGD66 / AMG zone 49
 AGD66 / AMG zone 50
 AGD66 / AMG zone 51
 AGD66 / AMG zone 52
 AGD66 / AMG zone 53
 AGD66 / AMG zone 54
 AGD66 / AMG zone 55
 AGD66 / AMG zone 56
 AGD66 / AMG zone 57
 AGD66 / AMG zone 58
90 AGD84 / AMG zone 48
 AGD84 / AMG zone 49
 AGD84 / AMG zone 50
 AGD84 / AMG zone 51
 AGD84 / AMG zone 52
 AGD84 / AMG zone 53
 AGD84 / AMG zone 54
 AGD84 / AMG zone 55
 AGD84 / AMG zone 56
 AGD84 / AMG zone 57
 AGD84 / AMG zone 58
78 Ain el Abd / UTM zone 36N
 Ain el Abd / UTM zone 37N
 Ain el Abd / UTM zone 38N
 Ain el Abd / UTM zone 39N
 Ain el Abd / UTM zone 40N
59 Ain el Abd / Bahrain Grid
39 Afgooye / UTM zone 38N
 Afgooye / UTM zone 39N
251 Lisbon (Lisbon) / Portuguese National Grid
 Lisbon (Lisbon) / Portuguese Grid
31 Aratu / UTM zone 22S
 Aratu / UTM zone 23S
 Aratu / UTM zone 24S
80 GSK-2011 / Gauss-Kruger zone 4
 GSK-2011 / Gauss-Kruger zone 5
 GSK-2011 / Gauss-Kruger zone 6
 GSK-2011 / Gauss-Kruger zone 7
 GSK-2011 / Gauss-Kruger zone 8
 GSK-2011 / Gauss-Kruger zone 9
 GSK-2011 / Gauss-Kruger zone 10
 GSK-2011 / Gauss-Kruger zone 11
 GSK-2011 / Gauss-Kruger zone 12
 GSK-2011 / Gauss-Kruger zone 13
 GSK-2011 / Gauss-Kruger zone 14
 GSK-2011 / Gauss-Kruger zone 15
 GSK-2011 / Gauss-Kruger zone 16
 GSK-2011 / Gauss-Kruger zone 17
 GSK-2011 / Gauss-Kruger zone 18
 GSK-2011 / Gauss-Kruger zone 19
 GSK-2011 / Gauss-Kruger zone 20
 GSK-2011 / Gauss-Kruger zone 21
 GSK-2011 / Gauss-Kruger zone 22
 GSK-2011 / Gauss-Kruger zone 23
 GSK-2011 / Gauss-Kruger zone 24
 GSK-2011 / Gauss-Kruger zone 25
 GSK-2011 / Gauss-Kruger zone 26
 GSK-2011 / Gauss-Kruger zone 27
 GSK-2011 / Gauss-Kruger zone 28
 GSK-2011 / Gauss-Kruger zone 29
 GSK-2011 / Gauss-Kruger zone 30
 GSK-2011 / Gauss-Kruger zone 31
 GSK-2011 / Gauss-Kruger zone 32
2 Arc 1950 / UTM zone 34S
 Arc 1950 / UTM zone 35S
 Arc 1950 / UTM zone 36S
68 GSK-2011 / Gauss-Kruger CM 21E
 GSK-2011 / Gauss-Kruger CM 27E
 GSK-2011 / Gauss-Kruger CM 33E
 GSK-2011 / Gauss-Kruger CM 39E
 GSK-2011 / Gauss-Kruger CM 45E
 GSK-2011 / Gauss-Kruger CM 51E
 GSK-2011 / Gauss-Kruger CM 57E
 GSK-2011 / Gauss-Kruger CM 63E
 GSK-2011 / Gauss-Kruger CM 69E
 GSK-2011 / Gauss-Kruger CM 75E
 GSK-2011 / Gauss-Kruger CM 81E
 GSK-2011 / Gauss-Kruger CM 87E
 GSK-2011 / Gauss-Kruger CM 93E
 GSK-2011 / Gauss-Kruger CM 99E
 GSK-2011 / Gauss-Kruger CM 105E
 GSK-2011 / Gauss-Kruger CM 111E
 GSK-2011 / Gauss-Kruger CM 117E
 GSK-2011 / Gauss-Kruger CM 123E
 GSK-2011 / Gauss-Kruger CM 129E
 GSK-2011 / Gauss-Kruger CM 135E
 GSK-2011 / Gauss-Kruger CM 141E
 GSK-2011 / Gauss-Kruger CM 147E
 GSK-2011 / Gauss-Kruger CM 153E
 GSK-2011 / Gauss-Kruger CM 159E
 GSK-2011 / Gauss-Kruger CM 165E
 GSK-2011 / Gauss-Kruger CM 171E
 GSK-2011 / Gauss-Kruger CM 177E
 GSK-2011 / Gauss-Kruger CM 177W
 GSK-2011 / Gauss-Kruger CM 171W
3 Arc 1960 / UTM zone 35S
 Arc 1960 / UTM zone 36S
 Arc 1960 / UTM zone 37S
58 Arc 1960 / UTM zone 35N
 Arc 1960 / UTM zone 36N
 Arc 1960 / UTM zone 37N
3 Batavia (Jakarta) / NEIEZ
48 Batavia / UTM zone 48S
 Batavia / UTM zone 49S
 Batavia / UTM zone 50S
57 GSK-2011 / GSK 3GK zone 7
 GSK-2011 / GSK 3GK zone 8
 GSK-2011 / GSK 3GK zone 9
 GSK-2011 / GSK 3GK zone 10
 GSK-2011 / GSK 3GK zone 11
 GSK-2011 / GSK 3GK zone 12
 GSK-2011 / GSK 3GK zone 13
 GSK-2011 / GSK 3GK zone 14
 GSK-2011 / GSK 3GK zone 15
 GSK-2011 / GSK 3GK zone 16
 GSK-2011 / GSK 3GK zone 17
 GSK-2011 / GSK 3GK zone 18
 GSK-2011 / GSK 3GK zone 19
 GSK-2011 / GSK 3GK zone 20
 GSK-2011 / GSK 3GK zone 21
 GSK-2011 / GSK 3GK zone 22
 GSK-2011 / GSK 3GK zone 23
 GSK-2011 / GSK 3GK zone 24
 GSK-2011 / GSK 3GK zone 25
 GSK-2011 / GSK 3GK zone 26
 GSK-2011 / GSK 3GK zone 27
 GSK-2011 / GSK 3GK zone 28
 GSK-2011 / GSK 3GK zone 29
 GSK-2011 / GSK 3GK zone 30
 GSK-2011 / GSK 3GK zone 31
 GSK-2011 / GSK 3GK zone 32
 GSK-2011 / GSK 3GK zone 33
 GSK-2011 / GSK 3GK zone 34
 GSK-2011 / GSK 3GK zone 35
 GSK-2011 / GSK 3GK zone 36
 GSK-2011 / GSK 3GK zone 37
 GSK-2011 / GSK 3GK zone 38
 GSK-2011 / GSK 3GK zone 39
 GSK-2011 / GSK 3GK zone 40
 GSK-2011 / GSK 3GK zone 41
 GSK-2011 / GSK 3GK zone 42
 GSK-2011 / GSK 3GK zone 43
 GSK-2011 / GSK 3GK zone 44
 GSK-2011 / GSK 3GK zone 45
 GSK-2011 / GSK 3GK zone 46
 GSK-2011 / GSK 3GK zone 47
 GSK-2011 / GSK 3GK zone 48
 GSK-2011 / GSK 3GK zone 49
 GSK-2011 / GSK 3GK zone 50
 GSK-2011 / GSK 3GK zone 51
 GSK-2011 / GSK 3GK zone 52
 GSK-2011 / GSK 3GK zone 53
 GSK-2011 / GSK 3GK zone 54
 GSK-2011 / GSK 3GK zone 55
 GSK-2011 / GSK 3GK zone 56
 GSK-2011 / GSK 3GK zone 57
 GSK-2011 / GSK 3GK zone 58
 GSK-2011 / GSK 3GK zone 59
 GSK-2011 / GSK 3GK zone 60
 GSK-2011 / GSK 3GK zone 61
 GSK-2011 / GSK 3GK zone 62
 GSK-2011 / GSK 3GK zone 63
 GSK-2011 / GSK 3GK zone 64
27 Barbados 1938 / British West Indies Grid
 Barbados 1938 / Barbados National Grid
15 GSK-2011 / GSK 3GK CM 21E
 GSK-2011 / GSK 3GK CM 24E
 GSK-2011 / GSK 3GK CM 27E
 GSK-2011 / GSK 3GK CM 30E
 GSK-2011 / GSK 3GK CM 33E
 GSK-2011 / GSK 3GK CM 36E
 GSK-2011 / GSK 3GK CM 39E
 GSK-2011 / GSK 3GK CM 42E
 GSK-2011 / GSK 3GK CM 45E
 GSK-2011 / GSK 3GK CM 48E
 GSK-2011 / GSK 3GK CM 51E
 GSK-2011 / GSK 3GK CM 54E
 GSK-2011 / GSK 3GK CM 57E
 GSK-2011 / GSK 3GK CM 60E
 GSK-2011 / GSK 3GK CM 63E
 GSK-2011 / GSK 3GK CM 66E
 GSK-2011 / GSK 3GK CM 69E
 GSK-2011 / GSK 3GK CM 72E
 GSK-2011 / GSK 3GK CM 75E
 GSK-2011 / GSK 3GK CM 78E
 GSK-2011 / GSK 3GK CM 81E
 GSK-2011 / GSK 3GK CM 84E
 GSK-2011 / GSK 3GK CM 87E
 GSK-2011 / GSK 3GK CM 90E
 GSK-2011 / GSK 3GK CM 93E
 GSK-2011 / GSK 3GK CM 96E
 GSK-2011 / GSK 3GK CM 99E
 GSK-2011 / GSK 3GK CM 102E
 GSK-2011 / GSK 3GK CM 105E
 GSK-2011 / GSK 3GK CM 108E
 GSK-2011 / GSK 3GK CM 111E
 GSK-2011 / GSK 3GK CM 114E
 GSK-2011 / GSK 3GK CM 117E
 GSK-2011 / GSK 3GK CM 120E
 GSK-2011 / GSK 3GK CM 123E
 GSK-2011 / GSK 3GK CM 126E
 GSK-2011 / GSK 3GK CM 129E
 GSK-2011 / GSK 3GK CM 132E
 GSK-2011 / GSK 3GK CM 135E
 GSK-2011 / GSK 3GK CM 138E
 GSK-2011 / GSK 3GK CM 141E
 GSK-2011 / GSK 3GK CM 144E
 GSK-2011 / GSK 3GK CM 147E
 GSK-2011 / GSK 3GK CM 150E
 GSK-2011 / GSK 3GK CM 153E
 GSK-2011 / GSK 3GK CM 156E
 GSK-2011 / GSK 3GK CM 159E
 GSK-2011 / GSK 3GK CM 162E
 GSK-2011 / GSK 3GK CM 165E
 GSK-2011 / GSK 3GK CM 168E
 GSK-2011 / GSK 3GK CM 171E
 GSK-2011 / GSK 3GK CM 174E
 GSK-2011 / GSK 3GK CM 177E
 GSK-2011 / GSK 3GK CM 180E
 GSK-2011 / GSK 3GK CM 177W
 GSK-2011 / GSK 3GK CM 174W
 GSK-2011 / GSK 3GK CM 171W
 GSK-2011 / GSK 3GK CM 168W
49 Beijing 1954 / Gauss-Kruger zone 13
 Beijing 1954 / Gauss-Kruger zone 14
 Beijing 1954 / Gauss-Kruger zone 15
 Beijing 1954 / Gauss-Kruger zone 16
 Beijing 1954 / Gauss-Kruger zone 17
 Beijing 1954 / Gauss-Kruger zone 18
 Beijing 1954 / Gauss-Kruger zone 19
 Beijing 1954 / Gauss-Kruger zone 20
 Beijing 1954 / Gauss-Kruger zone 21
 Beijing 1954 / Gauss-Kruger zone 22
 Beijing 1954 / Gauss-Kruger zone 23
30 Beijing 1954 / Gauss-Kruger CM 75E
 Beijing 1954 / Gauss-Kruger CM 81E
 Beijing 1954 / Gauss-Kruger CM 87E
 Beijing 1954 / Gauss-Kruger CM 93E
 Beijing 1954 / Gauss-Kruger CM 99E
 Beijing 1954 / Gauss-Kruger CM 105E
 Beijing 1954 / Gauss-Kruger CM 111E
 Beijing 1954 / Gauss-Kruger CM 117E
 Beijing 1954 / Gauss-Kruger CM 123E
 Beijing 1954 / Gauss-Kruger CM 129E
 Beijing 1954 / Gauss-Kruger CM 135E
10 Beijing 1954 / Gauss-Kruger 13N
 Beijing 1954 / Gauss-Kruger 14N
 Beijing 1954 / Gauss-Kruger 15N
 Beijing 1954 / Gauss-Kruger 16N
 Beijing 1954 / Gauss-Kruger 17N
 Beijing 1954 / Gauss-Kruger 18N
 Beijing 1954 / Gauss-Kruger 19N
 Beijing 1954 / Gauss-Kruger 20N
 Beijing 1954 / Gauss-Kruger 21N
 Beijing 1954 / Gauss-Kruger 22N
 Beijing 1954 / Gauss-Kruger 23N
17 BD50 (Brussels) / Belge Lambert 50
280 CH1903 (Bern) / LV03C
 CH1903 / LV03
 CH1903 / LV03C-G
35 Bogota 1975 / UTM zone 17N
 Bogota 1975 / UTM zone 18N
73 Bogota 1975 / Colombia West zone
 Bogota 1975 / Colombia Bogota zone
 Bogota 1975 / Colombia East Central zone
 Bogota 1975 / Colombia East
2 Bogota 1975 / Colombia West zone
 Bogota 1975 / Colombia Bogota zone
 Bogota 1975 / Colombia East Central zone
 Bogota 1975 / Colombia East zone
133 Camacupa 1948 / UTM zone 32S
 Camacupa 1948 / UTM zone 33S
58 Camacupa 1948 / TM 11.30 SE
 Camacupa 1948 / TM 12 SE
79 POSGAR 98 / Argentina 1
 POSGAR 98 / Argentina 2
 POSGAR 98 / Argentina 3
 POSGAR 98 / Argentina 4
 POSGAR 98 / Argentina 5
 POSGAR 98 / Argentina 6
 POSGAR 98 / Argentina 7
4 POSGAR 94 / Argentina 1
 POSGAR 94 / Argentina 2
 POSGAR 94 / Argentina 3
 POSGAR 94 / Argentina 4
 POSGAR 94 / Argentina 5
 POSGAR 94 / Argentina 6
 POSGAR 94 / Argentina 7
4 Campo Inchauspe / Argentina 1
 Campo Inchauspe / Argentina 2
 Campo Inchauspe / Argentina 3
 Campo Inchauspe / Argentina 4
 Campo Inchauspe / Argentina 5
 Campo Inchauspe / Argentina 6
 Campo Inchauspe / Argentina 7
10 NAD83(CSRS)v2 / UTM zone 7N
 NAD83(CSRS)v2 / UTM zone 8N
 NAD83(CSRS)v2 / UTM zone 9N
 NAD83(CSRS)v2 / UTM zone 10N
 NAD83(CSRS)v2 / UTM zone 11N
 NAD83(CSRS)v2 / UTM zone 12N
 NAD83(CSRS)v2 / UTM zone 13N
 NAD83(CSRS)v2 / UTM zone 14N
 NAD83(CSRS)v2 / UTM zone 15N
 NAD83(CSRS)v2 / UTM zone 16N
 NAD83(CSRS)v2 / UTM zone 17N
 NAD83(CSRS)v2 / UTM zone 18N
 NAD83(CSRS)v2 / UTM zone 19N
 NAD83(CSRS)v2 / UTM zone 20N
 NAD83(CSRS)v2 / UTM zone 21N
 NAD83(CSRS)v2 / UTM zone 22N
7 RGSH2020 / UTM zone 29N
 RGSH2020 / UTM zone 30N
 RGSH2020 / UTM zone 31N
 RGSH2020 / UTM zone 32N
2 Cape / UTM zone 34S
 Cape / UTM zone 35S
 Cape / UTM zone 36S
3 NAD83(CSRS)v2 / PEI Stereographic
 NAD83(CSRS)v2 / NB Stereographic
3 NAD83(CSRS)v2 / SCoPQ zone 3
 NAD83(CSRS)v2 / SCoPQ zone 4
 NAD83(CSRS)v2 / SCoPQ zone 5
 NAD83(CSRS)v2 / SCoPQ zone 6
 NAD83(CSRS)v2 / SCoPQ zone 7
 NAD83(CSRS)v2 / SCoPQ zone 8
 NAD83(CSRS)v2 / SCoPQ zone 9
 NAD83(CSRS)v2 / SCoPQ zone 10
12 NAD83(CSRS)v2 / Alberta 3TM ref merid 111 W
 NAD83(CSRS)v2 / Alberta 3TM ref merid 114 W
 NAD83(CSRS)v2 / Alberta 3TM ref merid 117 W
 NAD83(CSRS)v2 / Alberta 3TM ref merid 120 W
10 Cape / Lo15
2 Cape / Lo17
2 Cape / Lo19
2 Cape / Lo21
2 Cape / Lo23
2 Cape / Lo25
2 Cape / Lo27
2 Cape / Lo29
2 Cape / Lo31
2 Cape / Lo33
7 Carthage (Paris) / Tunisia Mining Grid
7 NAD83(CSRS)v3 / UTM zone 7N
 NAD83(CSRS)v3 / UTM zone 8N
 NAD83(CSRS)v3 / UTM zone 9N
 NAD83(CSRS)v3 / UTM zone 10N
 NAD83(CSRS)v3 / UTM zone 11N
 NAD83(CSRS)v3 / UTM zone 12N
 NAD83(CSRS)v3 / UTM zone 13N
 NAD83(CSRS)v3 / UTM zone 14N
 NAD83(CSRS)v3 / UTM zone 15N
 NAD83(CSRS)v3 / UTM zone 16N
 NAD83(CSRS)v3 / UTM zone 17N
 NAD83(CSRS)v3 / UTM zone 18N
 NAD83(CSRS)v3 / UTM zone 19N
 NAD83(CSRS)v3 / UTM zone 20N
 NAD83(CSRS)v3 / UTM zone 21N
 NAD83(CSRS)v3 / UTM zone 22N
10 Carthage / UTM zone 32N
5 NAD83(CSRS)v3 / MTM NS 1997 zone 5
 NAD83(CSRS)v3 / MTM NS 1997 zone 4
10 NAD83(CSRS)v3 / MTM zone 8
 NAD83(CSRS)v3 / MTM zone 9
 NAD83(CSRS)v3 / MTM zone 10
 NAD83(CSRS)v3 / MTM zone 11
 NAD83(CSRS)v3 / MTM zone 12
 NAD83(CSRS)v3 / MTM zone 13
 NAD83(CSRS)v3 / MTM zone 14
 NAD83(CSRS)v3 / MTM zone 15
 NAD83(CSRS)v3 / MTM zone 16
 NAD83(CSRS)v3 / MTM zone 17
34 Carthage / Nord Tunisie
 Carthage / Sud Tunisie
15 NAD83(CSRS)v4 / UTM zone 7N
 NAD83(CSRS)v4 / UTM zone 8N
 NAD83(CSRS)v4 / UTM zone 9N
 NAD83(CSRS)v4 / UTM zone 10N
 NAD83(CSRS)v4 / UTM zone 11N
 NAD83(CSRS)v4 / UTM zone 12N
 NAD83(CSRS)v4 / UTM zone 13N
 NAD83(CSRS)v4 / UTM zone 14N
 NAD83(CSRS)v4 / UTM zone 15N
 NAD83(CSRS)v4 / UTM zone 16N
 NAD83(CSRS)v4 / UTM zone 17N
 NAD83(CSRS)v4 / UTM zone 18N
 NAD83(CSRS)v4 / UTM zone 19N
 NAD83(CSRS)v4 / UTM zone 20N
 NAD83(CSRS)v4 / UTM zone 21N
 NAD83(CSRS)v4 / UTM zone 22N
40 NAD83(CSRS)v4 / Alberta 3TM ref merid 111 W
 NAD83(CSRS)v4 / Alberta 3TM ref merid 114 W
 NAD83(CSRS)v4 / Alberta 3TM ref merid 117 W
 NAD83(CSRS)v4 / Alberta 3TM ref merid 120 W
56 Corrego Alegre 1970-72 / UTM zone 21S
 Corrego Alegre 1970-72 / UTM zone 22S
 Corrego Alegre 1970-72 / UTM zone 23S
 Corrego Alegre 1970-72 / UTM zone 24S
 Corrego Alegre 1970-72 / UTM zone 25S
82 NAD83(CSRS)v6 / UTM zone 7N
 NAD83(CSRS)v6 / UTM zone 8N
 NAD83(CSRS)v6 / UTM zone 9N
 NAD83(CSRS)v6 / UTM zone 10N
 NAD83(CSRS)v6 / UTM zone 11N
 NAD83(CSRS)v6 / UTM zone 12N
 NAD83(CSRS)v6 / UTM zone 13N
 NAD83(CSRS)v6 / UTM zone 14N
 NAD83(CSRS)v6 / UTM zone 15N
 NAD83(CSRS)v6 / UTM zone 16N
 NAD83(CSRS)v6 / UTM zone 17N
 NAD83(CSRS)v6 / UTM zone 18N
 NAD83(CSRS)v6 / UTM zone 19N
 NAD83(CSRS)v6 / UTM zone 20N
 NAD83(CSRS)v6 / UTM zone 21N
 NAD83(CSRS)v6 / UTM zone 22N
17 NAD83(CSRS)v6 / PEI Stereographic
2 NAD83(CSRS)v6 / MTM zone 1
 NAD83(CSRS)v6 / MTM zone 2
 NAD83(CSRS)v6 / MTM zone 3
 NAD83(CSRS)v6 / MTM zone 4
 NAD83(CSRS)v6 / MTM zone 5
 NAD83(CSRS)v6 / MTM zone 6
2 NAD83(CSRS)v6 / MTM zone 8
 NAD83(CSRS)v6 / MTM zone 9
 NAD83(CSRS)v6 / MTM zone 10
 NAD83(CSRS)v6 / MTM zone 11
 NAD83(CSRS)v6 / MTM zone 12
 NAD83(CSRS)v6 / MTM zone 13
 NAD83(CSRS)v6 / MTM zone 14
 NAD83(CSRS)v6 / MTM zone 15
 NAD83(CSRS)v6 / MTM zone 16
 NAD83(CSRS)v6 / MTM zone 17
43 Deir ez Zor / Levant Zone
7 NAD83(CSRS)v7 / UTM zone 7N
 NAD83(CSRS)v7 / UTM zone 8N
 NAD83(CSRS)v7 / UTM zone 9N
 NAD83(CSRS)v7 / UTM zone 10N
 NAD83(CSRS)v7 / UTM zone 11N
 NAD83(CSRS)v7 / UTM zone 12N
 NAD83(CSRS)v7 / UTM zone 13N
 NAD83(CSRS)v7 / UTM zone 14N
 NAD83(CSRS)v7 / UTM zone 15N
 NAD83(CSRS)v7 / UTM zone 16N
 NAD83(CSRS)v7 / UTM zone 17N
 NAD83(CSRS)v7 / UTM zone 18N
 NAD83(CSRS)v7 / UTM zone 19N
 NAD83(CSRS)v7 / UTM zone 20N
 NAD83(CSRS)v7 / UTM zone 21N
 NAD83(CSRS)v7 / UTM zone 22N
17 NAD83(CSRS)v7 / PEI Stereographic
23 NAD83(CSRS)v7 / Alberta 3TM ref merid 111 W
 NAD83(CSRS)v7 / Alberta 3TM ref merid 114 W
 NAD83(CSRS)v7 / Alberta 3TM ref merid 117 W
 NAD83(CSRS)v7 / Alberta 3TM ref merid 120 W
5 Deir ez Zor / Syria Lambert
10 Deir ez Zor / Levant Stereographic
27 NAD83(CSRS)v8 / UTM zone 7N
 NAD83(CSRS)v8 / UTM zone 8N
 NAD83(CSRS)v8 / UTM zone 9N
 NAD83(CSRS)v8 / UTM zone 10N
 NAD83(CSRS)v8 / UTM zone 11N
 NAD83(CSRS)v8 / UTM zone 12N
 NAD83(CSRS)v8 / UTM zone 13N
 NAD83(CSRS)v8 / UTM zone 14N
 NAD83(CSRS)v8 / UTM zone 15N
 NAD83(CSRS)v8 / UTM zone 16N
 NAD83(CSRS)v8 / UTM zone 17N
 NAD83(CSRS)v8 / UTM zone 18N
 NAD83(CSRS)v8 / UTM zone 19N
 NAD83(CSRS)v8 / UTM zone 20N
 NAD83(CSRS)v8 / UTM zone 21N
 NAD83(CSRS)v8 / UTM zone 22N
10 Douala / UTM zone 32N
159 Egypt 1907 / Blue Belt
 Egypt 1907 / Red Belt
 Egypt 1907 / Purple Belt
 Egypt 1907 / Extended Purple Belt
34 ED50 / UTM zone 28N
 ED50 / UTM zone 29N
 ED50 / UTM zone 30N
 ED50 / UTM zone 31N
 ED50 / UTM zone 32N
 ED50 / UTM zone 33N
 ED50 / UTM zone 34N
 ED50 / UTM zone 35N
 ED50 / UTM zone 36N
 ED50 / UTM zone 37N
 ED50 / UTM zone 38N
52 ED50 / TM 0 N
5 ED50 / TM 5 NE
144 Fahud / UTM zone 39N
 Fahud / UTM zone 40N
61 NAD83(2011) / ICS83-Freeport (ftUS)
 NAD83(2011) / ICS83-Rockford (ftUS)
 NAD83(2011) / ICS83-Aurora (ftUS)
 NAD83(2011) / ICS83-Chicago (ftUS)
 NAD83(2011) / ICS83-Moline (ftUS)
 NAD83(2011) / ICS83-Sterling (ftUS)
 NAD83(2011) / ICS83-Ottawa (ftUS)
 NAD83(2011) / ICS83-Joliet (ftUS)
 NAD83(2011) / ICS83-Monmouth (ftUS)
 NAD83(2011) / ICS83-Galesburg (ftUS)
 NAD83(2011) / ICS83-Peoria (ftUS)
 NAD83(2011) / ICS83-Eureka (ftUS)
 NAD83(2011) / ICS83-Bloomington (ftUS)
 NAD83(2011) / ICS83-Pontiac (ftUS)
 NAD83(2011) / ICS83-Watseka (ftUS)
 NAD83(2011) / ICS83-Quincy (ftUS)
 NAD83(2011) / ICS83-Macomb (ftUS)
 NAD83(2011) / ICS83-Lincoln (ftUS)
 NAD83(2011) / ICS83-Decatur (ftUS)
 NAD83(2011) / ICS83-Champaign (ftUS)
 NAD83(2011) / ICS83-Jacksonville (ftUS)
 NAD83(2011) / ICS83-Springfield (ftUS)
 NAD83(2011) / ICS83-Charleston (ftUS)
 NAD83(2011) / ICS83-Jerseyville (ftUS)
 NAD83(2011) / ICS83-Carlinville (ftUS)
 NAD83(2011) / ICS83-Taylorville (ftUS)
 NAD83(2011) / ICS83-Effingham (ftUS)
 NAD83(2011) / ICS83-Robinson (ftUS)
 NAD83(2011) / ICS83-Belleville (ftUS)
 NAD83(2011) / ICS83-Mount Vernon (ftUS)
 NAD83(2011) / ICS83-Olney (ftUS)
 NAD83(2011) / ICS83-Carbondale (ftUS)
 NAD83(2011) / ICS83-Metropolis (ftUS)
100 Garoua / UTM zone 33N
267 HD72 / EOV
130 DGN95 / Indonesia TM-3 zone 46.2
 DGN95 / Indonesia TM-3 zone 47.1
 DGN95 / Indonesia TM-3 zone 47.2
 DGN95 / Indonesia TM-3 zone 48.1
 DGN95 / Indonesia TM-3 zone 48.2
 DGN95 / Indonesia TM-3 zone 49.1
 DGN95 / Indonesia TM-3 zone 49.2
 DGN95 / Indonesia TM-3 zone 50.1
 DGN95 / Indonesia TM-3 zone 50.2
 DGN95 / Indonesia TM-3 zone 51.1
 DGN95 / Indonesia TM-3 zone 51.2
 DGN95 / Indonesia TM-3 zone 52.1
 DGN95 / Indonesia TM-3 zone 52.2
 DGN95 / Indonesia TM-3 zone 53.1
 DGN95 / Indonesia TM-3 zone 53.2
 DGN95 / Indonesia TM-3 zone 54.1
 ID74 / UTM zone 46N
 ID74 / UTM zone 47N
 ID74 / UTM zone 48N
 ID74 / UTM zone 49N
 ID74 / UTM zone 50N
 ID74 / UTM zone 51N
 ID74 / UTM zone 52N
 ID74 / UTM zone 53N
13 DGN95 / UTM zone 46N
 DGN95 / UTM zone 47N
 DGN95 / UTM zone 48N
 DGN95 / UTM zone 49N
 DGN95 / UTM zone 50N
 DGN95 / UTM zone 51N
 DGN95 / UTM zone 52N
5 DGN95 / UTM zone 47S
 DGN95 / UTM zone 48S
 DGN95 / UTM zone 49S
 DGN95 / UTM zone 50S
 DGN95 / UTM zone 51S
 DGN95 / UTM zone 52S
 DGN95 / UTM zone 53S
 DGN95 / UTM zone 54S
2 ID74 / UTM zone 46S
 ID74 / UTM zone 47S
 ID74 / UTM zone 48S
 ID74 / UTM zone 49S
 ID74 / UTM zone 50S
 ID74 / UTM zone 51S
 ID74 / UTM zone 52S
 ID74 / UTM zone 53S
 ID74 / UTM zone 54S
52 Indian 1954 / UTM zone 46N
 Indian 1954 / UTM zone 47N
 Indian 1954 / UTM zone 48N
99 Indian 1975 / UTM zone 47N
 Indian 1975 / UTM zone 48N
52 Jamaica 1875 / Jamaica (Old Grid)
100 JAD69 / Jamaica National Grid
105 Kalianpur 1937 / UTM zone 45N
 Kalianpur 1937 / UTM zone 46N
5 Kalianpur 1962 / UTM zone 41N
 Kalianpur 1962 / UTM zone 42N
 Kalianpur 1962 / UTM zone 43N
29 Kalianpur 1975 / UTM zone 42N
 Kalianpur 1975 / UTM zone 43N
 Kalianpur 1975 / UTM zone 44N
 Kalianpur 1975 / UTM zone 45N
 Kalianpur 1975 / UTM zone 46N
 Kalianpur 1975 / UTM zone 47N
23 Kalianpur 1880 / India zone 0
 Kalianpur 1880 / India zone I
 Kalianpur 1880 / India zone IIa
 Kalianpur 1880 / India zone IIIa
 Kalianpur 1880 / India zone IVa
 Kalianpur 1937 / India zone IIb
 Kalianpur 1962 / India zone I
 Kalianpur 1962 / India zone IIa
 Kalianpur 1975 / India zone I
 Kalianpur 1975 / India zone IIa
 Kalianpur 1975 / India zone IIb
 Kalianpur 1975 / India zone IIIa
 Kalianpur 1880 / India zone IIb
 Kalianpur 1975 / India zone IVa
117 Kertau 1968 / Singapore Grid
47 Kertau 1968 / UTM zone 47N
 Kertau 1968 / UTM zone 48N
23 Kertau / R.S.O. Malaya (ch)
29 KOC Lambert
118 La Canoa / UTM zone 18N
 La Canoa / UTM zone 19N
 La Canoa / UTM zone 20N
97 PSAD56 / UTM zone 17N
 PSAD56 / UTM zone 18N
 PSAD56 / UTM zone 19N
 PSAD56 / UTM zone 20N
 PSAD56 / UTM zone 21N
56 PSAD56 / UTM zone 17S
 PSAD56 / UTM zone 18S
 PSAD56 / UTM zone 19S
 PSAD56 / UTM zone 20S
 PSAD56 / UTM zone 21S
 PSAD56 / UTM zone 22S
9 PSAD56 / Peru west zone
 PSAD56 / Peru central zone
 PSAD56 / Peru east zone
107 Leigon / Ghana Metre Grid
231 Lome / UTM zone 31N
160 Luzon 1911 / Philippines zone I
 Luzon 1911 / Philippines zone II
 Luzon 1911 / Philippines zone III
 Luzon 1911 / Philippines zone IV
 Luzon 1911 / Philippines zone V
305 Makassar (Jakarta) / NEIEZ
128 ETRS89 / UTM zone 28N
 ETRS89 / UTM zone 29N
 ETRS89 / UTM zone 30N
 ETRS89 / UTM zone 31N
 ETRS89 / UTM zone 32N
 ETRS89 / UTM zone 33N
 ETRS89 / UTM zone 34N
 ETRS89 / UTM zone 35N
 ETRS89 / UTM zone 36N
 ETRS89 / UTM zone 37N
 ETRS89 / UTM zone 38N
46 ETRS89 / TM Baltic93
48 Malongo 1987 / UTM zone 32S
259 Merchich / Nord Maroc
 Merchich / Sud Maroc
 Merchich / Sahara
 Merchich / Sahara Nord
 Merchich / Sahara Sud
42 Massawa / UTM zone 37N
94 Minna / UTM zone 31N
 Minna / UTM zone 32N
59 Minna / Nigeria West Belt
 Minna / Nigeria Mid Belt
 Minna / Nigeria East Belt
39 Mhast / UTM zone 32S
159 Monte Mario (Rome) / Italy zone 1
 Monte Mario (Rome) / Italy zone 2
40 M'poraloko / UTM zone 32N
60 M'poraloko / UTM zone 32S
9 NAD27 / UTM zone 1N
 NAD27 / UTM zone 2N
 NAD27 / UTM zone 3N
 NAD27 / UTM zone 4N
 NAD27 / UTM zone 5N
 NAD27 / UTM zone 6N
 NAD27 / UTM zone 7N
 NAD27 / UTM zone 8N
 NAD27 / UTM zone 9N
 NAD27 / UTM zone 10N
 NAD27 / UTM zone 11N
 NAD27 / UTM zone 12N
 NAD27 / UTM zone 13N
 NAD27 / UTM zone 14N
 NAD27 / UTM zone 15N
 NAD27 / UTM zone 16N
 NAD27 / UTM zone 17N
 NAD27 / UTM zone 18N
 NAD27 / UTM zone 19N
 NAD27 / UTM zone 20N
 NAD27 / UTM zone 21N
 NAD27 / UTM zone 22N
7 NAD27 / Alabama East
 NAD27 / Alabama West
 NAD27 / Alaska zone 1
 NAD27 / Alaska zone 2
 NAD27 / Alaska zone 3
 NAD27 / Alaska zone 4
 NAD27 / Alaska zone 5
 NAD27 / Alaska zone 6
 NAD27 / Alaska zone 7
 NAD27 / Alaska zone 8
 NAD27 / Alaska zone 9
 NAD27 / Alaska zone 10
 NAD27 / California zone I
 NAD27 / California zone II
 NAD27 / California zone III
 NAD27 / California zone IV
 NAD27 / California zone V
 NAD27 / California zone VI
 NAD27 / California zone VII
 NAD27 / Arizona East
 NAD27 / Arizona Central
 NAD27 / Arizona West
 NAD27 / Arkansas North
 NAD27 / Arkansas South
 NAD27 / Colorado North
 NAD27 / Colorado Central
 NAD27 / Colorado South
 NAD27 / Connecticut
 NAD27 / Delaware
 NAD27 / Florida East
 NAD27 / Florida West
 NAD27 / Florida North
6 NAD27 / Georgia East
 NAD27 / Georgia West
 NAD27 / Idaho East
 NAD27 / Idaho Central
 NAD27 / Idaho West
 NAD27 / Illinois East
 NAD27 / Illinois West
 NAD27 / Indiana East
 NAD27 / Indiana West
 NAD27 / Iowa North
 NAD27 / Iowa South
 NAD27 / Kansas North
 NAD27 / Kansas South
 NAD27 / Kentucky North
 NAD27 / Kentucky South
 NAD27 / Louisiana North
 NAD27 / Louisiana South
 NAD27 / Maine East
 NAD27 / Maine West
 NAD27 / Maryland
 NAD27 / Massachusetts Mainland
 NAD27 / Massachusetts Island
4 NAD27 / Minnesota North
 NAD27 / Minnesota Central
 NAD27 / Minnesota South
 NAD27 / Mississippi East
 NAD27 / Mississippi West
 NAD27 / Missouri East
 NAD27 / Missouri Central
 NAD27 / Missouri West
 NAD27 / California zone VII
2 NAD Michigan / Michigan East
 NAD Michigan / Michigan Old Central
 NAD Michigan / Michigan West
8 NAD Michigan / Michigan North
 NAD Michigan / Michigan Central
 NAD Michigan / Michigan South
 NAD83 / Maine East (ftUS)
 NAD83 / Maine West (ftUS)
4 NAD83 / Minnesota North (ftUS)
 NAD83 / Minnesota Central (ftUS)
 NAD83 / Minnesota South (ftUS)
 NAD83 / Nebraska (ftUS)
 NAD83 / West Virginia North (ftUS)
 NAD83 / West Virginia South (ftUS)
 NAD83(HARN) / Maine East (ftUS)
 NAD83(HARN) / Maine West (ftUS)
4 NAD83(HARN) / Minnesota North (ftUS)
 NAD83(HARN) / Minnesota Central (ftUS)
 NAD83(HARN) / Minnesota South (ftUS)
 NAD83(HARN) / Nebraska (ftUS)
 NAD83(HARN) / West Virginia North (ftUS)
 NAD83(HARN) / West Virginia South (ftUS)
 NAD83(NSRS2007) / Maine East (ftUS)
 NAD83(NSRS2007) / Maine West (ftUS)
4 NAD83(NSRS2007) / Minnesota North (ftUS)
 NAD83(NSRS2007) / Minnesota Central (ftUS)
 NAD83(NSRS2007) / Minnesota South (ftUS)
 NAD83(NSRS2007) / Nebraska (ftUS)
 NAD83(NSRS2007) / West Virginia North (ftUS)
 NAD83(NSRS2007) / West Virginia South (ftUS)
 NAD83 / Maine East (ftUS)
 NAD83 / Maine West (ftUS)
 NAD83 / Minnesota North (ftUS)
 NAD83 / Minnesota Central (ftUS)
 NAD83 / Minnesota South (ftUS)
 NAD83 / Nebraska (ftUS)
 NAD83 / West Virginia North (ftUS)
 NAD83 / West Virginia South (ftUS)
 NAD83(HARN) / Maine East (ftUS)
 NAD83(HARN) / Maine West (ftUS)
 NAD83(HARN) / Minnesota North (ftUS)
 NAD83(HARN) / Minnesota Central (ftUS)
 NAD83(HARN) / Minnesota South (ftUS)
 NAD83(HARN) / Nebraska (ftUS)
 NAD83(HARN) / West Virginia North (ftUS)
 NAD83(HARN) / West Virginia South (ftUS)
 NAD83(NSRS2007) / Maine East (ftUS)
 NAD83(NSRS2007) / Maine West (ftUS)
 NAD83(NSRS2007) / Minnesota North (ftUS)
 NAD83(NSRS2007) / Minnesota Central (ftUS)
 NAD83(NSRS2007) / Minnesota South (ftUS)
 NAD83(NSRS2007) / Nebraska (ftUS)
 NAD83(NSRS2007) / West Virginia North (ftUS)
 NAD83(NSRS2007) / West Virginia South (ftUS)
21 NAD83(CSRS) / MTM zone 11
 NAD83(CSRS) / MTM zone 12
 NAD83(CSRS) / MTM zone 13
 NAD83(CSRS) / MTM zone 14
 NAD83(CSRS) / MTM zone 15
 NAD83(CSRS) / MTM zone 16
 NAD83(CSRS) / MTM zone 17
 NAD83(CSRS) / MTM zone 1
 NAD83(CSRS) / MTM zone 2
2 NAD83 / UTM zone 1N
 NAD83 / UTM zone 2N
 NAD83 / UTM zone 3N
 NAD83 / UTM zone 4N
 NAD83 / UTM zone 5N
 NAD83 / UTM zone 6N
 NAD83 / UTM zone 7N
 NAD83 / UTM zone 8N
 NAD83 / UTM zone 9N
 NAD83 / UTM zone 10N
 NAD83 / UTM zone 11N
 NAD83 / UTM zone 12N
 NAD83 / UTM zone 13N
 NAD83 / UTM zone 14N
 NAD83 / UTM zone 15N
 NAD83 / UTM zone 16N
 NAD83 / UTM zone 17N
 NAD83 / UTM zone 18N
 NAD83 / UTM zone 19N
 NAD83 / UTM zone 20N
 NAD83 / UTM zone 21N
 NAD83 / UTM zone 22N
 NAD83 / UTM zone 23N
6 NAD83 / Alabama East
 NAD83 / Alabama West
 NAD83 / Alaska zone 1
 NAD83 / Alaska zone 2
 NAD83 / Alaska zone 3
 NAD83 / Alaska zone 4
 NAD83 / Alaska zone 5
 NAD83 / Alaska zone 6
 NAD83 / Alaska zone 7
 NAD83 / Alaska zone 8
 NAD83 / Alaska zone 9
 NAD83 / Alaska zone 10
 NAD83 / California zone 1
 NAD83 / California zone 2
 NAD83 / California zone 3
 NAD83 / California zone 4
 NAD83 / California zone 5
 NAD83 / California zone 6
2 NAD83 / Arizona East
 NAD83 / Arizona Central
 NAD83 / Arizona West
 NAD83 / Arkansas North
 NAD83 / Arkansas South
 NAD83 / Colorado North
 NAD83 / Colorado Central
 NAD83 / Colorado South
 NAD83 / Connecticut
 NAD83 / Delaware
 NAD83 / Florida East
 NAD83 / Florida West
 NAD83 / Florida North
 NAD83 / Hawaii zone 1
 NAD83 / Hawaii zone 2
 NAD83 / Hawaii zone 3
 NAD83 / Hawaii zone 4
 NAD83 / Hawaii zone 5
 NAD83 / Georgia East
 NAD83 / Georgia West
 NAD83 / Idaho East
 NAD83 / Idaho Central
 NAD83 / Idaho West
 NAD83 / Illinois East
 NAD83 / Illinois West
 NAD83 / Indiana East
 NAD83 / Indiana West
 NAD83 / Iowa North
 NAD83 / Iowa South
 NAD83 / Kansas North
 NAD83 / Kansas South
 NAD83 / Kentucky North
 NAD83 / Kentucky South
 NAD83 / Louisiana North
 NAD83 / Louisiana South
 NAD83 / Maine East
 NAD83 / Maine West
 NAD83 / Maryland
 NAD83 / Massachusetts Mainland
 NAD83 / Massachusetts Island
 NAD83 / Michigan North
 NAD83 / Michigan Central
 NAD83 / Michigan South
 NAD83 / Minnesota North
 NAD83 / Minnesota Central
 NAD83 / Minnesota South
 NAD83 / Mississippi East
 NAD83 / Mississippi West
 NAD83 / Missouri East
 NAD83 / Missouri Central
 NAD83 / Missouri West
39 Nahrwan 1967 / UTM zone 37N
 Nahrwan 1967 / UTM zone 38N
 Nahrwan 1967 / UTM zone 39N
 Nahrwan 1967 / UTM zone 40N
80 Naparima 1972 / UTM zone 20N
80 NZGD49 / New Zealand Map Grid
5 NZGD49 / Mount Eden Circuit
 NZGD49 / Bay of Plenty Circuit
 NZGD49 / Poverty Bay Circuit
 NZGD49 / Hawkes Bay Circuit
 NZGD49 / Taranaki Circuit
 NZGD49 / Tuhirangi Circuit
 NZGD49 / Wanganui Circuit
 NZGD49 / Wairarapa Circuit
 NZGD49 / Wellington Circuit
 NZGD49 / Collingwood Circuit
 NZGD49 / Nelson Circuit
 NZGD49 / Karamea Circuit
 NZGD49 / Buller Circuit
 NZGD49 / Grey Circuit
 NZGD49 / Amuri Circuit
 NZGD49 / Marlborough Circuit
 NZGD49 / Hokitika Circuit
 NZGD49 / Okarito Circuit
 NZGD49 / Jacksons Bay Circuit
 NZGD49 / Mount Pleasant Circuit
 NZGD49 / Gawler Circuit
 NZGD49 / Timaru Circuit
 NZGD49 / Lindis Peak Circuit
 NZGD49 / Mount Nicholas Circuit
 NZGD49 / Mount York Circuit
 NZGD49 / Observation Point Circuit
 NZGD49 / North Taieri Circuit
 NZGD49 / Bluff Circuit
26 NZGD49 / UTM zone 58S
 NZGD49 / UTM zone 59S
 NZGD49 / UTM zone 60S
31 NZGD49 / North Island Grid
 NZGD49 / South Island Grid
99 NGO 1948 (Oslo) / NGO zone I
 NGO 1948 (Oslo) / NGO zone II
 NGO 1948 (Oslo) / NGO zone III
 NGO 1948 (Oslo) / NGO zone IV
 NGO 1948 (Oslo) / NGO zone V
 NGO 1948 (Oslo) / NGO zone VI
 NGO 1948 (Oslo) / NGO zone VII
 NGO 1948 (Oslo) / NGO zone VIII
31 Datum 73 / UTM zone 29N
63 Datum 73 / Modified Portuguese Grid
 Datum 73 / Modified Portuguese Grid
7 ATF (Paris) / Nord de Guerre
61 NTF (Paris) / Lambert Nord France
 NTF (Paris) / Lambert Centre France
 NTF (Paris) / Lambert Sud France
 NTF (Paris) / Lambert Corse
7 NTF (Paris) / Lambert zone I
 NTF (Paris) / Lambert zone II
 NTF (Paris) / Lambert zone III
 NTF (Paris) / Lambert zone IV
7 NTF (Paris) / France I
 NTF (Paris) / France II
 NTF (Paris) / France III
 NTF (Paris) / France IV
7 NTF (Paris) / Nord France
 NTF (Paris) / Centre France
 NTF (Paris) / Sud France
 NTF (Paris) / Corse
106 OSGB36 / British National Grid
 WGS 84 / Equi7 Africa
 WGS 84 / Equi7 Antarctica
 WGS 84 / Equi7 Asia
 WGS 84 / Equi7 Europe
 WGS 84 / Equi7 North America
 WGS 84 / Equi7 Oceania
 WGS 84 / Equi7 South America
484 Palestine 1923 / Palestine Grid
 Palestine 1923 / Palestine Belt
 Palestine 1923 / Israeli CS Grid
39 Pointe Noire / UTM zone 32S
116 GDA94 / MGA zone 48
 GDA94 / MGA zone 49
 GDA94 / MGA zone 50
 GDA94 / MGA zone 51
 GDA94 / MGA zone 52
 GDA94 / MGA zone 53
 GDA94 / MGA zone 54
 GDA94 / MGA zone 55
 GDA94 / MGA zone 56
 GDA94 / MGA zone 57
 GDA94 / MGA zone 58
44 Pulkovo 1942 / Gauss-Kruger zone 2
 Pulkovo 1942 / Gauss-Kruger zone 3
 Pulkovo 1942 / Gauss-Kruger zone 4
 Pulkovo 1942 / Gauss-Kruger zone 5
 Pulkovo 1942 / Gauss-Kruger zone 6
 Pulkovo 1942 / Gauss-Kruger zone 7
 Pulkovo 1942 / Gauss-Kruger zone 8
 Pulkovo 1942 / Gauss-Kruger zone 9
 Pulkovo 1942 / Gauss-Kruger zone 10
 Pulkovo 1942 / Gauss-Kruger zone 11
 Pulkovo 1942 / Gauss-Kruger zone 12
 Pulkovo 1942 / Gauss-Kruger zone 13
 Pulkovo 1942 / Gauss-Kruger zone 14
 Pulkovo 1942 / Gauss-Kruger zone 15
 Pulkovo 1942 / Gauss-Kruger zone 16
 Pulkovo 1942 / Gauss-Kruger zone 17
 Pulkovo 1942 / Gauss-Kruger zone 18
 Pulkovo 1942 / Gauss-Kruger zone 19
 Pulkovo 1942 / Gauss-Kruger zone 20
 Pulkovo 1942 / Gauss-Kruger zone 21
 Pulkovo 1942 / Gauss-Kruger zone 22
 Pulkovo 1942 / Gauss-Kruger zone 23
 Pulkovo 1942 / Gauss-Kruger zone 24
 Pulkovo 1942 / Gauss-Kruger zone 25
 Pulkovo 1942 / Gauss-Kruger zone 26
 Pulkovo 1942 / Gauss-Kruger zone 27
 Pulkovo 1942 / Gauss-Kruger zone 28
 Pulkovo 1942 / Gauss-Kruger zone 29
 Pulkovo 1942 / Gauss-Kruger zone 30
 Pulkovo 1942 / Gauss-Kruger zone 31
 Pulkovo 1942 / Gauss-Kruger zone 32
30 Pulkovo 1942 / Gauss-Kruger 2N
 Pulkovo 1942 / Gauss-Kruger 3N
 Pulkovo 1942 / Gauss-Kruger 4N
 Pulkovo 1942 / Gauss-Kruger 5N
 Pulkovo 1942 / Gauss-Kruger 6N
 Pulkovo 1942 / Gauss-Kruger 7N
 Pulkovo 1942 / Gauss-Kruger 8N
 Pulkovo 1942 / Gauss-Kruger 9N
 Pulkovo 1942 / Gauss-Kruger 10N
 Pulkovo 1942 / Gauss-Kruger 11N
 Pulkovo 1942 / Gauss-Kruger 12N
 Pulkovo 1942 / Gauss-Kruger 13N
 Pulkovo 1942 / Gauss-Kruger 14N
 Pulkovo 1942 / Gauss-Kruger 15N
 Pulkovo 1942 / Gauss-Kruger 16N
 Pulkovo 1942 / Gauss-Kruger 17N
 Pulkovo 1942 / Gauss-Kruger 18N
 Pulkovo 1942 / Gauss-Kruger 19N
 Pulkovo 1942 / Gauss-Kruger 20N
 Pulkovo 1942 / Gauss-Kruger 21N
 Pulkovo 1942 / Gauss-Kruger 22N
 Pulkovo 1942 / Gauss-Kruger 23N
 Pulkovo 1942 / Gauss-Kruger 24N
 Pulkovo 1942 / Gauss-Kruger 25N
 Pulkovo 1942 / Gauss-Kruger 26N
 Pulkovo 1942 / Gauss-Kruger 27N
 Pulkovo 1942 / Gauss-Kruger 28N
 Pulkovo 1942 / Gauss-Kruger 29N
 Pulkovo 1942 / Gauss-Kruger 30N
 Pulkovo 1942 / Gauss-Kruger 31N
 Pulkovo 1942 / Gauss-Kruger 32N
108 Qatar 1974 / Qatar National Grid
391 Amersfoort / RD Old
 Amersfoort / RD New
108 SAD69 / Brazil Polyconic
 SAD69 / Brazil Polyconic
17 SAD69 / UTM zone 18N
 SAD69 / UTM zone 19N
 SAD69 / UTM zone 20N
 SAD69 / UTM zone 21N
 SAD69 / UTM zone 22N
46 SAD69 / UTM zone 18N
 SAD69 / UTM zone 19N
 SAD69 / UTM zone 20N
 SAD69 / UTM zone 21N
 SAD69 / UTM zone 22N
5 SAD69 / UTM zone 17S
 SAD69 / UTM zone 18S
 SAD69 / UTM zone 19S
 SAD69 / UTM zone 20S
 SAD69 / UTM zone 21S
 SAD69 / UTM zone 22S
 SAD69 / UTM zone 23S
 SAD69 / UTM zone 24S
 SAD69 / UTM zone 25S
2 SAD69 / UTM zone 17S
 SAD69 / UTM zone 18S
 SAD69 / UTM zone 19S
 SAD69 / UTM zone 20S
 SAD69 / UTM zone 21S
 SAD69 / UTM zone 22S
 SAD69 / UTM zone 23S
 SAD69 / UTM zone 24S
 SAD69 / UTM zone 25S
25 Sapper Hill 1943 / UTM zone 20S
 Sapper Hill 1943 / UTM zone 21S
112 Schwarzeck / UTM zone 33S
38 Schwarzeck / Lo22/11
2 Schwarzeck / Lo22/13
2 Schwarzeck / Lo22/15
2 Schwarzeck / Lo22/17
2 Schwarzeck / Lo22/19
2 Schwarzeck / Lo22/21
2 Schwarzeck / Lo22/23
2 Schwarzeck / Lo22/25
250 Sudan / UTM zone 35N
 Sudan / UTM zone 36N
64 Tananarive (Paris) / Laborde Grid
 Tananarive (Paris) / Laborde Grid
 Tananarive (Paris) / Laborde Grid approximation
36 Tananarive / UTM zone 38S
 Tananarive / UTM zone 39S
110 Timbalai 1948 / UTM zone 49N
 Timbalai 1948 / UTM zone 50N
21 Timbalai 1948 / RSO Borneo (ch)
 Timbalai 1948 / RSO Borneo (ftSe)
 Timbalai 1948 / RSO Borneo (m)
 Timbalai 1948 / RSO Sarawak LSD (m)
26 TM65 / Irish National Grid
 OSNI 1952 / Irish National Grid
 TM65 / Irish Grid
 TM75 / Irish Grid
258 Tokyo / Japan Plane Rectangular CS I
 Tokyo / Japan Plane Rectangular CS II
 Tokyo / Japan Plane Rectangular CS III
 Tokyo / Japan Plane Rectangular CS IV
 Tokyo / Japan Plane Rectangular CS V
 Tokyo / Japan Plane Rectangular CS VI
 Tokyo / Japan Plane Rectangular CS VII
 Tokyo / Japan Plane Rectangular CS VIII
 Tokyo / Japan Plane Rectangular CS IX
 Tokyo / Japan Plane Rectangular CS X
 Tokyo / Japan Plane Rectangular CS XI
 Tokyo / Japan Plane Rectangular CS XII
 Tokyo / Japan Plane Rectangular CS XIII
 Tokyo / Japan Plane Rectangular CS XIV
 Tokyo / Japan Plane Rectangular CS XV
 Tokyo / Japan Plane Rectangular CS XVI
 Tokyo / Japan Plane Rectangular CS XVII
 Tokyo / Japan Plane Rectangular CS XVIII
 Tokyo / Japan Plane Rectangular CS XIX
21 Trinidad 1903 / Trinidad Grid
139 TC(1948) / UTM zone 39N
 TC(1948) / UTM zone 40N
151 Voirol 1875 / Nord Algerie (ancienne)
 Voirol 1875 / Sud Algerie (ancienne)
 Voirol 1879 / Nord Algerie (ancienne)
 Voirol 1879 / Sud Algerie (ancienne)
235 Nord Sahara 1959 / UTM zone 29N
 Nord Sahara 1959 / UTM zone 30N
 Nord Sahara 1959 / UTM zone 31N
 Nord Sahara 1959 / UTM zone 32N
59 Nord Sahara 1959 / Nord Algerie
 Nord Sahara 1959 / Sud Algerie
8 RT38 2.5 gon W
228 Yoff / UTM zone 28N
93 Zanderij / UTM zone 21N
33 Zanderij / TM 54 NW
16 Zanderij / Suriname Old TM
 Zanderij / Suriname TM
80 MGI (Ferro) / Austria GK West Zone
 MGI (Ferro) / Austria GK Central Zone
 MGI (Ferro) / Austria GK East Zone
 MGI / Austria GK West
 MGI / Austria GK Central
 MGI / Austria GK East
 MGI / Austria GK M28
 MGI / Austria GK M31
 MGI / Austria GK M34
6 MGI / 3-degree Gauss zone 5
 MGI / 3-degree Gauss zone 6
 MGI / 3-degree Gauss zone 7
 MGI / 3-degree Gauss zone 8
7 MGI / Balkans zone 5
 MGI / Balkans zone 6
 MGI / Balkans zone 7
 MGI / Balkans zone 8
 MGI / Balkans zone 8
2 MGI (Ferro) / Austria West Zone
 MGI (Ferro) / Austria Central Zone
 MGI (Ferro) / Austria East Zone
 MGI / Austria M28
 MGI / Austria M31
 MGI / Austria M34
 MGI / Austria Lambert
 MGI (Ferro) / Austria zone M28
 MGI (Ferro) / Austria zone M31
 MGI (Ferro) / Austria zone M34
 MGI (Ferro) / Austria West Zone
 MGI (Ferro) / Austria Central Zone
 MGI (Ferro) / Austria East Zone
 MGI / M28
 MGI / M31
 MGI / M34
 MGI / Austria Lambert
3 BD72 / Belge Lambert 72
70 BD72 / Belgian Lambert 72
91 DHDN / 3-degree Gauss zone 1
 DHDN / 3-degree Gauss zone 2
 DHDN / 3-degree Gauss zone 3
 DHDN / 3-degree Gauss zone 4
 DHDN / 3-degree Gauss zone 5
 DHDN / 3-degree Gauss-Kruger zone 2
 DHDN / 3-degree Gauss-Kruger zone 3
 DHDN / 3-degree Gauss-Kruger zone 4
 DHDN / 3-degree Gauss-Kruger zone 5
59 Conakry 1905 / UTM zone 28N
 Conakry 1905 / UTM zone 29N
71 Dealul Piscului 1930 / Stereo 33
100 Dealul Piscului 1970/ Stereo 70
138 NGN / UTM zone 38N
 NGN / UTM zone 39N
61 KUDAMS / KTM
 KUDAMS / KTM
64 SIRGAS 2000 / UTM zone 11N
 SIRGAS 2000 / UTM zone 12N
 SIRGAS 2000 / UTM zone 13N
 SIRGAS 2000 / UTM zone 14N
 SIRGAS 2000 / UTM zone 15N
 SIRGAS 2000 / UTM zone 16N
 SIRGAS 2000 / UTM zone 17N
 SIRGAS 2000 / UTM zone 18N
 SIRGAS 2000 / UTM zone 19N
 SIRGAS 2000 / UTM zone 20N
 SIRGAS 2000 / UTM zone 21N
 SIRGAS 2000 / UTM zone 22N
 SIRGAS 2000 / UTM zone 17S
 SIRGAS 2000 / UTM zone 18S
 SIRGAS 2000 / UTM zone 19S
 SIRGAS 2000 / UTM zone 20S
 SIRGAS 2000 / UTM zone 21S
 SIRGAS 2000 / UTM zone 22S
 SIRGAS 2000 / UTM zone 23S
 SIRGAS 2000 / UTM zone 24S
 SIRGAS 2000 / UTM zone 25S
 SIRGAS 1995 / UTM zone 17N
 SIRGAS 1995 / UTM zone 18N
 SIRGAS 1995 / UTM zone 19N
 SIRGAS 1995 / UTM zone 20N
 SIRGAS 1995 / UTM zone 21N
 SIRGAS 1995 / UTM zone 22N
 SIRGAS 1995 / UTM zone 17S
 SIRGAS 1995 / UTM zone 18S
 SIRGAS 1995 / UTM zone 19S
 SIRGAS 1995 / UTM zone 20S
 SIRGAS 1995 / UTM zone 21S
 SIRGAS 1995 / UTM zone 22S
 SIRGAS 1995 / UTM zone 23S
 SIRGAS 1995 / UTM zone 24S
 SIRGAS 1995 / UTM zone 25S
 NAD27 / Montana North
 NAD27 / Montana Central
 NAD27 / Montana South
2 NAD27 / Nebraska North
 NAD27 / Nebraska South
 NAD27 / Nevada East
 NAD27 / Nevada Central
 NAD27 / Nevada West
 NAD27 / New Hampshire
 NAD27 / New Jersey
 NAD27 / New Mexico East
 NAD27 / New Mexico Central
 NAD27 / New Mexico West
 NAD27 / New York East
 NAD27 / New York Central
 NAD27 / New York West
 NAD27 / New York Long Island
 NAD27 / North Carolina
 NAD27 / North Dakota North
 NAD27 / North Dakota South
 NAD27 / Ohio North
 NAD27 / Ohio South
 NAD27 / Oklahoma North
 NAD27 / Oklahoma South
 NAD27 / Oregon North
 NAD27 / Oregon South
 NAD27 / Pennsylvania North
 NAD27 / Pennsylvania South
 NAD27 / Rhode Island
 NAD27 / South Carolina North
2 NAD27 / South Carolina South
 NAD27 / South Dakota North
 NAD27 / South Dakota South
 NAD27 / Tennessee
 NAD27 / Texas North
 NAD27 / Texas North Central
 NAD27 / Texas Central
 NAD27 / Texas South Central
 NAD27 / Texas South
 NAD27 / Utah North
 NAD27 / Utah Central
 NAD27 / Utah South
 NAD27 / Vermont
 NAD27 / Virginia North
 NAD27 / Virginia South
 NAD27 / Washington North
 NAD27 / Washington South
 NAD27 / West Virginia North
 NAD27 / West Virginia South
 NAD27 / Wisconsin North
 NAD27 / Wisconsin Central
 NAD27 / Wisconsin South
 NAD27 / Wyoming East
 NAD27 / Wyoming East Central
 NAD27 / Wyoming West Central
 NAD27 / Wyoming West
3 NAD27 / Guatemala Norte
 NAD27 / Guatemala Sur
2 NAD27 / BLM 14N (ftUS)
 NAD27 / BLM 15N (ftUS)
 NAD27 / BLM 16N (ftUS)
 NAD27 / BLM 17N (ftUS)
7 NAD27 / BLM 14N (feet)
 NAD27 / BLM 15N (feet)
 NAD27 / BLM 16N (feet)
 NAD27 / BLM 17N (feet)
4 NAD27 / MTM zone 1
 NAD27 / MTM zone 2
 NAD27 / MTM zone 3
 NAD27 / MTM zone 4
 NAD27 / MTM zone 5
 NAD27 / MTM zone 6
12 NAD27 / Quebec Lambert
 NAD27 / Louisiana Offshore
 NAD83 / Montana
4 NAD83 / Nebraska
3 NAD83 / Nevada East
 NAD83 / Nevada Central
 NAD83 / Nevada West
 NAD83 / New Hampshire
 NAD83 / New Jersey
 NAD83 / New Mexico East
 NAD83 / New Mexico Central
 NAD83 / New Mexico West
 NAD83 / New York East
 NAD83 / New York Central
 NAD83 / New York West
 NAD83 / New York Long Island
 NAD83 / North Carolina
 NAD83 / North Dakota North
 NAD83 / North Dakota South
 NAD83 / Ohio North
 NAD83 / Ohio South
 NAD83 / Oklahoma North
 NAD83 / Oklahoma South
 NAD83 / Oregon North
 NAD83 / Oregon South
 NAD83 / Pennsylvania North
 NAD83 / Pennsylvania South
 NAD83 / Rhode Island
3 NAD83 / South Carolina
 NAD83 / South Dakota North
 NAD83 / South Dakota South
 NAD83 / Tennessee
 NAD83 / Texas North
 NAD83 / Texas North Central
 NAD83 / Texas Central
 NAD83 / Texas South Central
 NAD83 / Texas South
 NAD83 / Utah North
 NAD83 / Utah Central
 NAD83 / Utah South
 NAD83 / Vermont
 NAD83 / Virginia North
 NAD83 / Virginia South
 NAD83 / Washington North
 NAD83 / Washington South
 NAD83 / West Virginia North
 NAD83 / West Virginia South
 NAD83 / Wisconsin North
 NAD83 / Wisconsin Central
 NAD83 / Wisconsin South
 NAD83 / Wyoming East
 NAD83 / Wyoming East Central
 NAD83 / Wyoming West Central
 NAD83 / Wyoming West
 NAD83 / Wyoming Lambert
2 NAD83 / Puerto Rico & Virgin Is.
3 NAD83 / BLM 14N (ftUS)
 NAD83 / BLM 15N (ftUS)
 NAD83 / BLM 16N (ftUS)
 NAD83 / BLM 17N (ftUS)
13 NAD83 / SCoPQ zone 2
 NAD83 / MTM zone 1
 NAD83 / MTM zone 2
 NAD83 / MTM zone 3
 NAD83 / MTM zone 4
 NAD83 / MTM zone 5
 NAD83 / MTM zone 6
 NAD83 / MTM zone 7
 NAD83 / MTM zone 8
 NAD83 / MTM zone 9
 NAD83 / MTM zone 10
 NAD83 / MTM zone 11
 NAD83 / MTM zone 12
 NAD83 / MTM zone 13
 NAD83 / MTM zone 14
 NAD83 / MTM zone 15
 NAD83 / MTM zone 16
 NAD83 / MTM zone 17
 NAD83 / Quebec Lambert
 NAD83 / Louisiana Offshore
2 WGS 72 / UTM zone 1N
 WGS 72 / UTM zone 2N
 WGS 72 / UTM zone 3N
 WGS 72 / UTM zone 4N
 WGS 72 / UTM zone 5N
 WGS 72 / UTM zone 6N
 WGS 72 / UTM zone 7N
 WGS 72 / UTM zone 8N
 WGS 72 / UTM zone 9N
 WGS 72 / UTM zone 10N
 WGS 72 / UTM zone 11N
 WGS 72 / UTM zone 12N
 WGS 72 / UTM zone 13N
 WGS 72 / UTM zone 14N
 WGS 72 / UTM zone 15N
 WGS 72 / UTM zone 16N
 WGS 72 / UTM zone 17N
 WGS 72 / UTM zone 18N
 WGS 72 / UTM zone 19N
 WGS 72 / UTM zone 20N
 WGS 72 / UTM zone 21N
 WGS 72 / UTM zone 22N
 WGS 72 / UTM zone 23N
 WGS 72 / UTM zone 24N
 WGS 72 / UTM zone 25N
 WGS 72 / UTM zone 26N
 WGS 72 / UTM zone 27N
 WGS 72 / UTM zone 28N
 WGS 72 / UTM zone 29N
 WGS 72 / UTM zone 30N
 WGS 72 / UTM zone 31N
 WGS 72 / UTM zone 32N
 WGS 72 / UTM zone 33N
 WGS 72 / UTM zone 34N
 WGS 72 / UTM zone 35N
 WGS 72 / UTM zone 36N
 WGS 72 / UTM zone 37N
 WGS 72 / UTM zone 38N
 WGS 72 / UTM zone 39N
 WGS 72 / UTM zone 40N
 WGS 72 / UTM zone 41N
 WGS 72 / UTM zone 42N
 WGS 72 / UTM zone 43N
 WGS 72 / UTM zone 44N
 WGS 72 / UTM zone 45N
 WGS 72 / UTM zone 46N
 WGS 72 / UTM zone 47N
 WGS 72 / UTM zone 48N
 WGS 72 / UTM zone 49N
 WGS 72 / UTM zone 50N
 WGS 72 / UTM zone 51N
 WGS 72 / UTM zone 52N
 WGS 72 / UTM zone 53N
 WGS 72 / UTM zone 54N
 WGS 72 / UTM zone 55N
 WGS 72 / UTM zone 56N
 WGS 72 / UTM zone 57N
 WGS 72 / UTM zone 58N
 WGS 72 / UTM zone 59N
 WGS 72 / UTM zone 60N
41 WGS 72 / UTM zone 1S
 WGS 72 / UTM zone 2S
 WGS 72 / UTM zone 3S
 WGS 72 / UTM zone 4S
 WGS 72 / UTM zone 5S
 WGS 72 / UTM zone 6S
 WGS 72 / UTM zone 7S
 WGS 72 / UTM zone 8S
 WGS 72 / UTM zone 9S
 WGS 72 / UTM zone 10S
 WGS 72 / UTM zone 11S
 WGS 72 / UTM zone 12S
 WGS 72 / UTM zone 13S
 WGS 72 / UTM zone 14S
 WGS 72 / UTM zone 15S
 WGS 72 / UTM zone 16S
 WGS 72 / UTM zone 17S
 WGS 72 / UTM zone 18S
 WGS 72 / UTM zone 19S
 WGS 72 / UTM zone 20S
 WGS 72 / UTM zone 21S
 WGS 72 / UTM zone 22S
 WGS 72 / UTM zone 23S
 WGS 72 / UTM zone 24S
 WGS 72 / UTM zone 25S
 WGS 72 / UTM zone 26S
 WGS 72 / UTM zone 27S
 WGS 72 / UTM zone 28S
 WGS 72 / UTM zone 29S
 WGS 72 / UTM zone 30S
 WGS 72 / UTM zone 31S
 WGS 72 / UTM zone 32S
 WGS 72 / UTM zone 33S
 WGS 72 / UTM zone 34S
 WGS 72 / UTM zone 35S
 WGS 72 / UTM zone 36S
 WGS 72 / UTM zone 37S
 WGS 72 / UTM zone 38S
 WGS 72 / UTM zone 39S
 WGS 72 / UTM zone 40S
 WGS 72 / UTM zone 41S
 WGS 72 / UTM zone 42S
 WGS 72 / UTM zone 43S
 WGS 72 / UTM zone 44S
 WGS 72 / UTM zone 45S
 WGS 72 / UTM zone 46S
 WGS 72 / UTM zone 47S
 WGS 72 / UTM zone 48S
 WGS 72 / UTM zone 49S
 WGS 72 / UTM zone 50S
 WGS 72 / UTM zone 51S
 WGS 72 / UTM zone 52S
 WGS 72 / UTM zone 53S
 WGS 72 / UTM zone 54S
 WGS 72 / UTM zone 55S
 WGS 72 / UTM zone 56S
 WGS 72 / UTM zone 57S
 WGS 72 / UTM zone 58S
 WGS 72 / UTM zone 59S
 WGS 72 / UTM zone 60S
41 WGS 72BE / UTM zone 1N
 WGS 72BE / UTM zone 2N
 WGS 72BE / UTM zone 3N
 WGS 72BE / UTM zone 4N
 WGS 72BE / UTM zone 5N
 WGS 72BE / UTM zone 6N
 WGS 72BE / UTM zone 7N
 WGS 72BE / UTM zone 8N
 WGS 72BE / UTM zone 9N
 WGS 72BE / UTM zone 10N
 WGS 72BE / UTM zone 11N
 WGS 72BE / UTM zone 12N
 WGS 72BE / UTM zone 13N
 WGS 72BE / UTM zone 14N
 WGS 72BE / UTM zone 15N
 WGS 72BE / UTM zone 16N
 WGS 72BE / UTM zone 17N
 WGS 72BE / UTM zone 18N
 WGS 72BE / UTM zone 19N
 WGS 72BE / UTM zone 20N
 WGS 72BE / UTM zone 21N
 WGS 72BE / UTM zone 22N
 WGS 72BE / UTM zone 23N
 WGS 72BE / UTM zone 24N
 WGS 72BE / UTM zone 25N
 WGS 72BE / UTM zone 26N
 WGS 72BE / UTM zone 27N
 WGS 72BE / UTM zone 28N
 WGS 72BE / UTM zone 29N
 WGS 72BE / UTM zone 30N
 WGS 72BE / UTM zone 31N
 WGS 72BE / UTM zone 32N
 WGS 72BE / UTM zone 33N
 WGS 72BE / UTM zone 34N
 WGS 72BE / UTM zone 35N
 WGS 72BE / UTM zone 36N
 WGS 72BE / UTM zone 37N
 WGS 72BE / UTM zone 38N
 WGS 72BE / UTM zone 39N
 WGS 72BE / UTM zone 40N
 WGS 72BE / UTM zone 41N
 WGS 72BE / UTM zone 42N
 WGS 72BE / UTM zone 43N
 WGS 72BE / UTM zone 44N
 WGS 72BE / UTM zone 45N
 WGS 72BE / UTM zone 46N
 WGS 72BE / UTM zone 47N
 WGS 72BE / UTM zone 48N
 WGS 72BE / UTM zone 49N
 WGS 72BE / UTM zone 50N
 WGS 72BE / UTM zone 51N
 WGS 72BE / UTM zone 52N
 WGS 72BE / UTM zone 53N
 WGS 72BE / UTM zone 54N
 WGS 72BE / UTM zone 55N
 WGS 72BE / UTM zone 56N
 WGS 72BE / UTM zone 57N
 WGS 72BE / UTM zone 58N
 WGS 72BE / UTM zone 59N
 WGS 72BE / UTM zone 60N
41 WGS 72BE / UTM zone 1S
 WGS 72BE / UTM zone 2S
 WGS 72BE / UTM zone 3S
 WGS 72BE / UTM zone 4S
 WGS 72BE / UTM zone 5S
 WGS 72BE / UTM zone 6S
 WGS 72BE / UTM zone 7S
 WGS 72BE / UTM zone 8S
 WGS 72BE / UTM zone 9S
 WGS 72BE / UTM zone 10S
 WGS 72BE / UTM zone 11S
 WGS 72BE / UTM zone 12S
 WGS 72BE / UTM zone 13S
 WGS 72BE / UTM zone 14S
 WGS 72BE / UTM zone 15S
 WGS 72BE / UTM zone 16S
 WGS 72BE / UTM zone 17S
 WGS 72BE / UTM zone 18S
 WGS 72BE / UTM zone 19S
 WGS 72BE / UTM zone 20S
 WGS 72BE / UTM zone 21S
 WGS 72BE / UTM zone 22S
 WGS 72BE / UTM zone 23S
 WGS 72BE / UTM zone 24S
 WGS 72BE / UTM zone 25S
 WGS 72BE / UTM zone 26S
 WGS 72BE / UTM zone 27S
 WGS 72BE / UTM zone 28S
 WGS 72BE / UTM zone 29S
 WGS 72BE / UTM zone 30S
 WGS 72BE / UTM zone 31S
 WGS 72BE / UTM zone 32S
 WGS 72BE / UTM zone 33S
 WGS 72BE / UTM zone 34S
 WGS 72BE / UTM zone 35S
 WGS 72BE / UTM zone 36S
 WGS 72BE / UTM zone 37S
 WGS 72BE / UTM zone 38S
 WGS 72BE / UTM zone 39S
 WGS 72BE / UTM zone 40S
 WGS 72BE / UTM zone 41S
 WGS 72BE / UTM zone 42S
 WGS 72BE / UTM zone 43S
 WGS 72BE / UTM zone 44S
 WGS 72BE / UTM zone 45S
 WGS 72BE / UTM zone 46S
 WGS 72BE / UTM zone 47S
 WGS 72BE / UTM zone 48S
 WGS 72BE / UTM zone 49S
 WGS 72BE / UTM zone 50S
 WGS 72BE / UTM zone 51S
 WGS 72BE / UTM zone 52S
 WGS 72BE / UTM zone 53S
 WGS 72BE / UTM zone 54S
 WGS 72BE / UTM zone 55S
 WGS 72BE / UTM zone 56S
 WGS 72BE / UTM zone 57S
 WGS 72BE / UTM zone 58S
 WGS 72BE / UTM zone 59S
 WGS 72BE / UTM zone 60S
40 WGS 84 / UTM grid system (northern hemisphere)
 WGS 84 / UTM zone 1N
 WGS 84 / UTM zone 2N
 WGS 84 / UTM zone 3N
 WGS 84 / UTM zone 4N
 WGS 84 / UTM zone 5N
 WGS 84 / UTM zone 6N
 WGS 84 / UTM zone 7N
 WGS 84 / UTM zone 8N
 WGS 84 / UTM zone 9N
 WGS 84 / UTM zone 10N
 WGS 84 / UTM zone 11N
 WGS 84 / UTM zone 12N
 WGS 84 / UTM zone 13N
 WGS 84 / UTM zone 14N
 WGS 84 / UTM zone 15N
 WGS 84 / UTM zone 16N
 WGS 84 / UTM zone 17N
 WGS 84 / UTM zone 18N
 WGS 84 / UTM zone 19N
 WGS 84 / UTM zone 20N
 WGS 84 / UTM zone 21N
 WGS 84 / UTM zone 22N
 WGS 84 / UTM zone 23N
 WGS 84 / UTM zone 24N
 WGS 84 / UTM zone 25N
 WGS 84 / UTM zone 26N
 WGS 84 / UTM zone 27N
 WGS 84 / UTM zone 28N
 WGS 84 / UTM zone 29N
 WGS 84 / UTM zone 30N
 WGS 84 / UTM zone 31N
 WGS 84 / UTM zone 32N
 WGS 84 / UTM zone 33N
 WGS 84 / UTM zone 34N
 WGS 84 / UTM zone 35N
 WGS 84 / UTM zone 36N
 WGS 84 / UTM zone 37N
 WGS 84 / UTM zone 38N
 WGS 84 / UTM zone 39N
 WGS 84 / UTM zone 40N
 WGS 84 / UTM zone 41N
 WGS 84 / UTM zone 42N
 WGS 84 / UTM zone 43N
 WGS 84 / UTM zone 44N
 WGS 84 / UTM zone 45N
 WGS 84 / UTM zone 46N
 WGS 84 / UTM zone 47N
 WGS 84 / UTM zone 48N
 WGS 84 / UTM zone 49N
 WGS 84 / UTM zone 50N
 WGS 84 / UTM zone 51N
 WGS 84 / UTM zone 52N
 WGS 84 / UTM zone 53N
 WGS 84 / UTM zone 54N
 WGS 84 / UTM zone 55N
 WGS 84 / UTM zone 56N
 WGS 84 / UTM zone 57N
 WGS 84 / UTM zone 58N
 WGS 84 / UTM zone 59N
 WGS 84 / UTM zone 60N
 WGS 84 / UPS North (N,E)
 WGS 84 / Plate Carree
 WGS 84 / World Equidistant Cylindrical
 WGS 84 / BLM 14N (ftUS)
 WGS 84 / BLM 15N (ftUS)
 WGS 84 / BLM 16N (ftUS)
 WGS 84 / BLM 17N (ftUS)
33 WGS 84 / UTM grid system (southern hemisphere)
 WGS 84 / UTM zone 1S
 WGS 84 / UTM zone 2S
 WGS 84 / UTM zone 3S
 WGS 84 / UTM zone 4S
 WGS 84 / UTM zone 5S
 WGS 84 / UTM zone 6S
 WGS 84 / UTM zone 7S
 WGS 84 / UTM zone 8S
 WGS 84 / UTM zone 9S
 WGS 84 / UTM zone 10S
 WGS 84 / UTM zone 11S
 WGS 84 / UTM zone 12S
 WGS 84 / UTM zone 13S
 WGS 84 / UTM zone 14S
 WGS 84 / UTM zone 15S
 WGS 84 / UTM zone 16S
 WGS 84 / UTM zone 17S
 WGS 84 / UTM zone 18S
 WGS 84 / UTM zone 19S
 WGS 84 / UTM zone 20S
 WGS 84 / UTM zone 21S
 WGS 84 / UTM zone 22S
 WGS 84 / UTM zone 23S
 WGS 84 / UTM zone 24S
 WGS 84 / UTM zone 25S
 WGS 84 / UTM zone 26S
 WGS 84 / UTM zone 27S
 WGS 84 / UTM zone 28S
 WGS 84 / UTM zone 29S
 WGS 84 / UTM zone 30S
 WGS 84 / UTM zone 31S
 WGS 84 / UTM zone 32S
 WGS 84 / UTM zone 33S
 WGS 84 / UTM zone 34S
 WGS 84 / UTM zone 35S
 WGS 84 / UTM zone 36S
 WGS 84 / UTM zone 37S
 WGS 84 / UTM zone 38S
 WGS 84 / UTM zone 39S
 WGS 84 / UTM zone 40S
 WGS 84 / UTM zone 41S
 WGS 84 / UTM zone 42S
 WGS 84 / UTM zone 43S
 WGS 84 / UTM zone 44S
 WGS 84 / UTM zone 45S
 WGS 84 / UTM zone 46S
 WGS 84 / UTM zone 47S
 WGS 84 / UTM zone 48S
 WGS 84 / UTM zone 49S
 WGS 84 / UTM zone 50S
 WGS 84 / UTM zone 51S
 WGS 84 / UTM zone 52S
 WGS 84 / UTM zone 53S
 WGS 84 / UTM zone 54S
 WGS 84 / UTM zone 55S
 WGS 84 / UTM zone 56S
 WGS 84 / UTM zone 57S
 WGS 84 / UTM zone 58S
 WGS 84 / UTM zone 59S
 WGS 84 / UTM zone 60S
 WGS 84 / UPS South (N,E)
5 WGS 84 / TM 36 SE
868147 Google Maps Global Mercator`;
