import type { Culture } from './culture.ts';

export const centralEurope: readonly Culture[] = [
  {
    language: 'Polish',
    countries: ['PL'],
    share: 35,
    women:
      'Zofia, Małgorzata, Agnieszka, Łucja, Żaneta, Katarzyna, Joanna, Magdalena, Bożena, Wiktoria, Kinga, Elżbieta, ' +
      'Aleksandra, Iwona, Jadwiga, Barbara, Grażyna, Dorota',
    men:
      'Łukasz, Paweł, Michał, Krzysztof, Wojciech, Stanisław, Bartosz, Jakub, Grzegorz, Rafał, Marcin, Kacper, Zbigniew, ' +
      'Tadeusz, Błażej, Maciej, Andrzej, Mateusz',
    families:
      'Nowak, Wójcik, Kowalski, Wiśniewski, Zieliński, Mazur, Szymański, Kaczmarek, Dąbrowski, Król, Jabłoński, Wróbel, ' +
      'Majewski, Stępień, Górski, Rutkowski, Michalak, Szewczyk, Ostrowski, Baran, Pietrzak, Malinowski, Sikora, Żak, Gąsior',
    feminine: [[/ski$/, 'ska']],
  },
  {
    language: 'Czech',
    countries: ['CZ', 'SK'],
    share: 15,
    women:
      'Tereza, Eliška, Kateřina, Zdeňka, Markéta, Lenka, Jiřina, Veronika, Barbora, Hana, Růžena, Petra, Adéla, Šárka, Monika, Alžběta',
    men: 'Jan, Tomáš, Jiří, Ondřej, Vojtěch, Václav, Lukáš, Zdeněk, Matěj, Petr, Radek, Štěpán, Miroslav, Kryštof, Dušan, Aleš',
    families:
      'Novák, Svoboda, Dvořák, Černý, Procházka, Kučera, Veselý, Horák, Němeček, Pokorný, Růžička, Beneš, Fiala, Sedláček, ' +
      'Kolář, Urban, Bartoš, Krejčí, Novotný, Šimáček, Doležal, Zeman, Jelínek, Říha, Vlach',
    feminine: [
      [/í$/, 'í'],
      [/ý$/, 'á'],
      [/([čn])ek$/, '$1ková'],
      [/a$/, 'ová'],
      [/$/, 'ová'],
    ],
  },
  {
    language: 'Hungarian',
    countries: ['HU'],
    share: 15,
    order: 'family-first',
    women:
      'Katalin, Eszter, Réka, Zsófia, Ágnes, Ildikó, Boglárka, Judit, Noémi, Erzsébet, Piroska, Tünde, Anikó, Dóra, Hajnalka, Márta',
    men: 'Bence, Gábor, László, Zoltán, Ádám, Balázs, Dániel, Ferenc, Gergő, István, Levente, Máté, Tamás, Ákos, Csaba, Győző',
    families:
      'Nagy, Kovács, Tóth, Szabó, Horváth, Varga, Kiss, Molnár, Németh, Farkas, Balogh, Papp, Takács, Juhász, Lakatos, ' +
      'Mészáros, Simon, Rácz, Fekete, Szilágyi, Török, Fehér, Gulyás, Kőműves, Szűcs',
  },
  {
    language: 'Romanian',
    countries: ['RO', 'MD'],
    share: 15,
    women:
      'Ioana, Andreea, Mihaela, Ștefania, Raluca, Crina, Anca, Loredana, Bianca, Simona, Mădălina, Corina, Lăcrămioara, Delia, Oana, Roxana',
    men: 'Andrei, Ștefan, Mihai, Răzvan, Cătălin, Bogdan, Vlad, Ionuț, Cristian, Dragoș, Sorin, Florin, Tudor, Alexandru, Călin, Costin',
    families:
      'Popescu, Ionescu, Dumitrescu, Stănescu, Munteanu, Ciobanu, Rusu, Matei, Constantinescu, Șerban, Țurcanu, Lungu, ' +
      'Gheorghiu, Bălan, Cojocaru, Dobre, Enache, Marinescu, Nistor, Olteanu, Pană, Sîrbu, Tănase, Vasilescu, Zamfir',
  },
  {
    language: 'Finnish',
    countries: ['FI'],
    share: 12,
    women:
      'Aino, Helmi, Päivi, Venla, Sanna, Kaisa, Eevi, Tuuli, Marjatta, Outi, Riikka, Siiri, Hilla, Noora, Pirkko, Leena',
    men: 'Eero, Juhani, Onni, Väinö, Antti, Mikko, Jarkko, Pekka, Timo, Olli, Ville, Jyrki, Kimmo, Risto, Sakari, Arttu',
    families:
      'Virtanen, Mäkinen, Nieminen, Mäkelä, Hämäläinen, Laine, Heikkinen, Koskinen, Järvinen, Lehtonen, Saarinen, Niemi, ' +
      'Heinonen, Salonen, Kinnunen, Salmi, Rantanen, Öhman, Kallio, Ylönen, Räsänen, Tuominen, Lindroos, Pöyry, Aalto',
  },
  {
    language: 'Croatian',
    countries: ['HR', 'SI', 'BA'],
    share: 12,
    women:
      'Marija, Petra, Lucija, Ivana, Željka, Mirjana, Dunja, Snježana, Nika, Tea, Anđela, Jasna, Vesna, Klara, Đurđa, Maja',
    men: 'Luka, Marko, Ivan, Josip, Tomislav, Hrvoje, Ante, Domagoj, Krešimir, Mislav, Dražen, Zvonimir, Goran, Đuro, Nikola, Boris',
    families:
      'Horvat, Kovačević, Babić, Marić, Jurić, Novaković, Knežević, Vuković, Marković, Petrović, Matić, Tomić, Pavlović, ' +
      'Kovačić, Božić, Blažević, Grgić, Pavić, Radić, Perić, Filipović, Šarić, Lovrić, Vidović, Perković',
  },
  {
    language: 'Turkish',
    countries: ['TR'],
    share: 25,
    women:
      'Elif, Zeynep, Ayşe, Gülşen, Büşra, Ebru, Çiğdem, Nazlı, Özge, Şebnem, Derya, Müge, İpek, Selin, Tuğba, Yasemin',
    men: 'Mehmet, Emre, Burak, Oğuz, Çağrı, Kerem, İbrahim, Şükrü, Murat, Ömer, Volkan, Hüseyin, Barış, Doğan, Tolga, Uğur',
    families:
      'Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Öztürk, Aydın, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt, ' +
      'Özdemir, Şimşek, Polat, Keskin, Güneş, Aksoy, Bulut, Tekin, Işık',
  },
];
