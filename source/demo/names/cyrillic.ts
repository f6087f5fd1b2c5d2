import type { Culture } from './culture.ts';

export const cyrillic: readonly Culture[] = [
  {
    language: 'Ukrainian',
    countries: ['UA', 'UA', 'PL'],
    share: 30,
    women:
      'Олена|Olena, Оксана|Oksana, Ірина|Iryna, Наталія|Nataliia, Соломія|Solomiia, Юлія|Yuliia, Катерина|Kateryna, ' +
      'Людмила|Liudmyla, Христина|Khrystyna, Яна|Yana, Галина|Halyna, Дарина|Daryna, Зоряна|Zoriana, Лариса|Larysa, ' +
      'Марія|Mariia, Тетяна|Tetiana, Уляна|Uliana, Вікторія|Viktoriia',
    men:
      'Андрій|Andrii, Тарас|Taras, Богдан|Bohdan, Олексій|Oleksii, Юрій|Yurii, Микола|Mykola, Дмитро|Dmytro, ' +
      'Василь|Vasyl, Ярослав|Yaroslav, Остап|Ostap, Сергій|Serhii, Павло|Pavlo, Назар|Nazar, Роман|Roman, Ігор|Ihor, ' +
      'Максим|Maksym, Володимир|Volodymyr, Євген|Yevhen',
    families:
      'Шевченко|Shevchenko, Коваленко|Kovalenko, Бондаренко|Bondarenko, Ткаченко|Tkachenko, Кравчук|Kravchuk, ' +
      'Мельник|Melnyk, Поліщук|Polishchuk, Лисенко|Lysenko, Савчук|Savchuk, Марченко|Marchenko, Гаврилюк|Havryliuk, ' +
      'Романюк|Romaniuk, Павленко|Pavlenko, Левченко|Levchenko, Білоус|Bilous, Гончар|Honchar, Кравець|Kravets, ' +
      'Литвин|Lytvyn, Яременко|Yaremenko, Щербак|Shcherbak, Довженко|Dovzhenko, Олійник|Oliinyk, Петренко|Petrenko, ' +
      'Тимощук|Tymoshchuk, Захарчук|Zakharchuk',
  },
  {
    language: 'Russian',
    countries: ['KZ', 'DE', 'LV', 'IL'],
    share: 20,
    women:
      'Анна|Anna, Елена|Elena, Ольга|Olga, Светлана|Svetlana, Екатерина|Ekaterina, Полина|Polina, Вера|Vera, ' +
      'Ксения|Ksenia, Надежда|Nadezhda, Дарья|Daria, Алиса|Alisa, Галина|Galina, Маргарита|Margarita, Инна|Inna, ' +
      'Жанна|Zhanna, Лидия|Lidia',
    men:
      'Дмитрий|Dmitry, Алексей|Alexey, Иван|Ivan, Никита|Nikita, Сергей|Sergey, Михаил|Mikhail, Павел|Pavel, ' +
      'Егор|Egor, Кирилл|Kirill, Илья|Ilya, Антон|Anton, Виктор|Viktor, Григорий|Grigory, Лев|Lev, Фёдор|Fyodor, ' +
      'Тимур|Timur',
    families:
      'Соколов|Sokolov, Иванов|Ivanov, Кузнецов|Kuznetsov, Морозов|Morozov, Волков|Volkov, Лебедев|Lebedev, ' +
      'Козлов|Kozlov, Новиков|Novikov, Фёдоров|Fyodorov, Орлов|Orlov, Никитин|Nikitin, Захаров|Zakharov, ' +
      'Воробьёв|Vorobyov, Тихонов|Tikhonov, Белов|Belov, Калинин|Kalinin, Жуков|Zhukov, Ильин|Ilyin, ' +
      'Щербаков|Shcherbakov, Чернов|Chernov, Беляев|Belyaev, Тарасов|Tarasov, Громов|Gromov, Ершов|Ershov, Логинов|Loginov',
    feminine: [
      [/([оеё]в|ин)$/, '$1а'],
      [/([oe]v|in)$/, '$1a'],
    ],
  },
  {
    language: 'Bulgarian',
    countries: ['BG'],
    share: 12,
    women:
      'Мария|Mariya, Десислава|Desislava, Елица|Elitsa, Гергана|Gergana, Ивелина|Ivelina, Радка|Radka, Йоана|Yoana, ' +
      'Силвия|Silviya, Цветелина|Tsvetelina, Виолета|Violeta, Невена|Nevena, Румяна|Rumyana, Калина|Kalina, Яна|Yana, ' +
      'Бистра|Bistra, Зорница|Zornitsa',
    men:
      'Георги|Georgi, Димитър|Dimitar, Стоян|Stoyan, Христо|Hristo, Калоян|Kaloyan, Пламен|Plamen, Борис|Boris, ' +
      'Веселин|Veselin, Живко|Zhivko, Красимир|Krasimir, Любомир|Lyubomir, Мартин|Martin, Огнян|Ognyan, Петър|Petar, ' +
      'Радослав|Radoslav, Тодор|Todor',
    families:
      'Димитров|Dimitrov, Петров|Petrov, Стоянов|Stoyanov, Христов|Hristov, Ангелов|Angelov, Тодоров|Todorov, ' +
      'Колев|Kolev, Илиев|Iliev, Атанасов|Atanasov, Янев|Yanev, Василев|Vasilev, Желев|Zhelev, Маринов|Marinov, ' +
      'Цветков|Tsvetkov, Костов|Kostov, Попов|Popov, Йорданов|Yordanov, Ганев|Ganev, Рангелов|Rangelov, Минчев|Minchev, ' +
      'Драганов|Draganov, Славов|Slavov, Ненов|Nenov, Бончев|Bonchev, Узунов|Uzunov',
    feminine: [
      [/([ое]в)$/, '$1а'],
      [/([oe]v)$/, '$1a'],
    ],
  },
  {
    language: 'Serbian',
    countries: ['RS', 'RS', 'ME'],
    share: 12,
    women:
      'Јелена|Jelena, Милица|Milica, Јована|Jovana, Драгана|Dragana, Теодора|Teodora, Наташа|Natasa, Љиљана|Ljiljana, ' +
      'Биљана|Biljana, Сања|Sanja, Гордана|Gordana, Тијана|Tijana, Маја|Maja, Слађана|Sladjana, Невена|Nevena, ' +
      'Анђелка|Andjelka, Исидора|Isidora',
    men:
      'Никола|Nikola, Стефан|Stefan, Милош|Milos, Душан|Dusan, Немања|Nemanja, Лазар|Lazar, Вук|Vuk, Ђорђе|Djordje, ' +
      'Урош|Uros, Бранислав|Branislav, Огњен|Ognjen, Предраг|Predrag, Зоран|Zoran, Жељко|Zeljko, Страхиња|Strahinja, ' +
      'Реља|Relja',
    families:
      'Јовановић|Jovanovic, Петровић|Petrovic, Николић|Nikolic, Марковић|Markovic, Ђорђевић|Djordjevic, ' +
      'Стојановић|Stojanovic, Илић|Ilic, Станковић|Stankovic, Павловић|Pavlovic, Миловановић|Milovanovic, Лукић|Lukic, ' +
      'Костић|Kostic, Живковић|Zivkovic, Тодоровић|Todorovic, Љубичић|Ljubicic, Васић|Vasic, Радовановић|Radovanovic, ' +
      'Савић|Savic, Обрадовић|Obradovic, Ристић|Ristic, Цветковић|Cvetkovic, Арсић|Arsic, Гајић|Gajic, Бошковић|Boskovic, ' +
      'Недељковић|Nedeljkovic',
  },
];
