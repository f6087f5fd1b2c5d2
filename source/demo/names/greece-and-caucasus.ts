import type { Culture } from './culture.ts';

export const greeceAndCaucasus: readonly Culture[] = [
  {
    language: 'Greek',
    countries: ['GR', 'GR', 'CY'],
    share: 22,
    women:
      'Ελένη|Eleni, Μαρία|Maria, Κατερίνα|Katerina, Σοφία|Sofia, Δήμητρα|Dimitra, Ιωάννα|Ioanna, Βασιλική|Vasiliki, ' +
      'Αγγελική|Angeliki, Χριστίνα|Christina, Γεωργία|Georgia, Ευαγγελία|Evangelia, Αναστασία|Anastasia, Ζωή|Zoi, ' +
      'Δέσποινα|Despina, Θεοδώρα|Theodora, Φωτεινή|Foteini',
    men:
      'Γιώργος|Giorgos, Δημήτρης|Dimitris, Κώστας|Kostas, Νίκος|Nikos, Γιάννης|Giannis, Παναγιώτης|Panagiotis, ' +
      'Βασίλης|Vasilis, Χρήστος|Christos, Αλέξανδρος|Alexandros, Θανάσης|Thanasis, Σπύρος|Spyros, Μιχάλης|Michalis, ' +
      'Στέλιος|Stelios, Ηλίας|Ilias, Φώτης|Fotis, Οδυσσέας|Odysseas',
    families:
      'Παπαδόπουλος|Papadopoulos, Βλάχος|Vlachos, Αγγελόπουλος|Angelopoulos, Νικολαΐδης|Nikolaidis, ' +
      'Γεωργίου|Georgiou, Δημητρίου|Dimitriou, Οικονόμου|Oikonomou, Μακρής|Makris, Καραγιάννης|Karagiannis, ' +
      'Αντωνίου|Antoniou, Βασιλείου|Vasileiou, Ιωαννίδης|Ioannidis, Παππάς|Pappas, Σταματόπουλος|Stamatopoulos, ' +
      'Κωνσταντίνου|Konstantinou, Αλεξίου|Alexiou, Χατζηδάκης|Chatzidakis, Μανωλάκης|Manolakis, Λάμπρου|Lamprou, ' +
      'Θεοδώρου|Theodorou, Ζερβός|Zervos, Καλογερόπουλος|Kalogeropoulos, Ξενάκης|Xenakis, Φιλίππου|Filippou, Ράπτης|Raptis',
    feminine: [
      [/όπουλος$/, 'οπούλου'],
      [/opoulos$/, 'opoulou'],
      [/ίδης$/, 'ίδου'],
      [/ΐδης$/, 'ΐδου'],
      [/idis$/, 'idou'],
      [/ης$/, 'η'],
      [/ής$/, 'ή'],
      [/is$/, 'i'],
      [/άς$/, 'ά'],
      [/as$/, 'a'],
      [/ος$/, 'ου'],
      [/ός$/, 'ού'],
      [/os$/, 'ou'],
    ],
  },
  {
    language: 'Georgian',
    countries: ['GE'],
    share: 12,
    women:
      'ნინო|Nino, მარიამ|Mariam, თამარ|Tamar, ანა|Ana, ნათია|Natia, ეკა|Eka, ქეთევან|Ketevan, სოფო|Sopho, ლელა|Lela, ' +
      'მაკა|Maka, თეა|Tea, სალომე|Salome, ხატია|Khatia, ელენე|Elene, ია|Ia, რუსუდან|Rusudan',
    men:
      'გიორგი|Giorgi, ლევან|Levan, დავით|Davit, ლუკა|Luka, ნიკა|Nika, ზურაბ|Zurab, ირაკლი|Irakli, სანდრო|Sandro, ' +
      'თორნიკე|Tornike, ბექა|Beka, ვახტანგ|Vakhtang, მერაბ|Merab, ოთარ|Otar, შოთა|Shota, ვაჟა|Vazha, ზაზა|Zaza',
    families:
      'ბერიძე|Beridze, კაპანაძე|Kapanadze, გელაშვილი|Gelashvili, მაისურაძე|Maisuradze, გიორგაძე|Giorgadze, ' +
      'ლომიძე|Lomidze, ქავთარაძე|Kavtaradze, ხუციშვილი|Khutsishvili, წიკლაური|Tsiklauri, ჯაფარიძე|Japaridze, ' +
      'ნოზაძე|Nozadze, აბაშიძე|Abashidze, ჩხაიძე|Chkhaidze, თოდუა|Todua, ხარაძე|Kharadze, მელაძე|Meladze, ' +
      'ბოლქვაძე|Bolkvadze, დვალი|Dvali, ცაგარელი|Tsagareli, ყიფიანი|Kipiani, რამიშვილი|Ramishvili, სულაძე|Suladze, ' +
      'ფერაძე|Peradze, ღვინიაშვილი|Ghviniashvili, შენგელია|Shengelia',
  },
  {
    language: 'Armenian',
    countries: ['AM'],
    share: 12,
    women:
      'Անի|Ani, Մարիամ|Mariam, Նարե|Nare, Լուսինե|Lusine, Գայանե|Gayane, Արփինե|Arpine, Հասմիկ|Hasmik, Շուշան|Shushan, ' +
      'Սոնա|Sona, Տաթև|Tatev, Անահիտ|Anahit, Լիլիթ|Lilit, Նունե|Nune, Ռուզան|Ruzan, Զարուհի|Zaruhi, Մանե|Mane',
    men:
      'Արամ|Aram, Դավիթ|Davit, Տիգրան|Tigran, Հայկ|Hayk, Նարեկ|Narek, Արմեն|Armen, Վահե|Vahe, Գևորգ|Gevorg, ' +
      'Սուրեն|Suren, Կարեն|Karen, Լևոն|Levon, Ռուբեն|Ruben, Հովհաննես|Hovhannes, Մհեր|Mher, Գարիկ|Garik, Էդգար|Edgar',
    families:
      'Հակոբյան|Hakobyan, Գրիգորյան|Grigoryan, Սարգսյան|Sargsyan, Պետրոսյան|Petrosyan, Հովհաննիսյան|Hovhannisyan, ' +
      'Մկրտչյան|Mkrtchyan, Կարապետյան|Karapetyan, Ավետիսյան|Avetisyan, Դավթյան|Davtyan, Խաչատրյան|Khachatryan, ' +
      'Մարտիրոսյան|Martirosyan, Ղազարյան|Ghazaryan, Բաղդասարյան|Baghdasaryan, Վարդանյան|Vardanyan, Աբրահամյան|Abrahamyan, ' +
      'Մանուկյան|Manukyan, Սիմոնյան|Simonyan, Գասպարյան|Gasparyan, Ստեփանյան|Stepanyan, Բարսեղյան|Barseghyan, ' +
      'Զաքարյան|Zakaryan, Թադևոսյան|Tadevosyan, Նազարյան|Nazaryan, Ասատրյան|Asatryan, Եղիազարյան|Yeghiazaryan',
  },
];
