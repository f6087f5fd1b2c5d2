import type { Culture } from './culture.ts';

export const middleEastAndAfrica: readonly Culture[] = [
  {
    language: 'Arabic',
    countries: ['EG', 'AE', 'MA', 'JO', 'LB'],
    share: 40,
    women:
      'فاطمة|Fatima, مريم|Maryam, ليلى|Layla, نور|Nour, سارة|Sara, هدى|Huda, أمينة|Amina, زينب|Zaynab, ياسمين|Yasmin, ' +
      'رانيا|Rania, سلمى|Salma, دينا|Dina, منى|Mona, هالة|Hala, عائشة|Aisha, نادية|Nadia, ريم|Reem, خديجة|Khadija',
    men:
      'محمد|Mohamed, أحمد|Ahmed, يوسف|Youssef, عمر|Omar, خالد|Khaled, كريم|Karim, طارق|Tarek, حسن|Hassan, علي|Ali, ' +
      'سامي|Sami, مصطفى|Mostafa, إبراهيم|Ibrahim, وليد|Walid, زياد|Ziad, رامي|Rami, هشام|Hisham, بلال|Bilal, فيصل|Faisal',
    families:
      'حداد|Haddad, منصور|Mansour, الخطيب|Alkhatib, نصار|Nassar, سالم|Salem, المصري|Almasri, خوري|Khoury, ' +
      'الشامي|Alshami, عبد الله|Abdallah, يعقوب|Yaqoub, بركات|Barakat, القاسم|Alqasim, زيدان|Zidan, درويش|Darwish, ' +
      'الفاسي|Alfassi, بنيس|Bennis, عثمان|Othman, حمدان|Hamdan, شاهين|Shahin, الأحمد|Alahmad, فرج|Farag, ' +
      'رمضان|Ramadan, صباغ|Sabbagh, جابر|Jaber, عيسى|Issa',
  },
  {
    language: 'Persian',
    countries: ['CA', 'AE', 'DE'],
    share: 12,
    women:
      'شیرین|Shirin, پریسا|Parisa, نسرین|Nasrin, مینا|Mina, آزاده|Azadeh, لاله|Laleh, نازنین|Nazanin, سپیده|Sepideh, ' +
      'مهسا|Mahsa, ژاله|Zhaleh, رویا|Roya, پروانه|Parvaneh, گلناز|Golnaz, سارا|Sara, نیلوفر|Niloufar, بهار|Bahar',
    men:
      'رضا|Reza, امیر|Amir, کاوه|Kaveh, داریوش|Dariush, بهرام|Bahram, آرش|Arash, سیاوش|Siavash, پیمان|Peyman, ' +
      'نیما|Nima, فرهاد|Farhad, کامران|Kamran, مهدی|Mehdi, بابک|Babak, شهرام|Shahram, سینا|Sina, هومن|Houman',
    families:
      'احمدی|Ahmadi, کریمی|Karimi, رضایی|Rezaei, حسینی|Hosseini, موسوی|Mousavi, جعفری|Jafari, صادقی|Sadeghi, ' +
      'رحیمی|Rahimi, قاسمی|Ghasemi, نوری|Nouri, یوسفی|Yousefi, شریفی|Sharifi, کاظمی|Kazemi, اکبری|Akbari, ' +
      'فرهادی|Farhadi, تهرانی|Tehrani, شیرازی|Shirazi, زمانی|Zamani, بهرامی|Bahrami, امینی|Amini, پارسا|Parsa, ' +
      'گلستانی|Golestani, مرادی|Moradi',
  },
  {
    language: 'Hebrew',
    countries: ['IL'],
    share: 20,
    women:
      'נועה|Noa, תמר|Tamar, שירה|Shira, מיכל|Michal, יעל|Yael, רות|Rut, הדס|Hadas, אביגיל|Avigail, מאיה|Maya, ' +
      'ליאת|Liat, ענת|Anat, דנה|Dana, רחל|Rachel, טליה|Talia, גלית|Galit, אורית|Orit',
    men:
      'דוד|David, יוסף|Yosef, איתי|Itai, אורי|Uri, נועם|Noam, אריאל|Ariel, עומר|Omer, יונתן|Yonatan, גיל|Gil, ' +
      'אלון|Alon, משה|Moshe, ערן|Eran, רועי|Roi, שי|Shai, אסף|Asaf, דניאל|Daniel',
    families:
      'כהן|Cohen, לוי|Levi, מזרחי|Mizrahi, פרץ|Peretz, ביטון|Biton, דהן|Dahan, אברהם|Avraham, פרידמן|Friedman, ' +
      'שפירא|Shapira, אזולאי|Azoulay, גבאי|Gabay, חדד|Hadad, קליין|Klein, שרון|Sharon, ברק|Barak, גולן|Golan, ' +
      'רוזנברג|Rosenberg, יוסף|Yosef, אוחיון|Ohayon, בן דוד|Ben David, מלכה|Malka, סגל|Segal, עמר|Amar, נחום|Nahum, צור|Tzur',
  },
  {
    language: 'Amharic',
    countries: ['ET'],
    share: 12,
    women:
      'ሰላም|Selam, ሕይወት|Hiwot, ብርቱካን|Birtukan, ትዕግስት|Tigist, አበባ|Abeba, ማርታ|Marta, ሳራ|Sara, ራሔል|Rahel, ቤተልሔም|Bethlehem, ' +
      'ሄለን|Helen, መሠረት|Meseret, አስቴር|Aster, ፍሬሕይወት|Frehiwot, ዘነበች|Zenebech, እመቤት|Emebet, ሐና|Hanna',
    men:
      'አበበ|Abebe, ዳዊት|Dawit, ተስፋዬ|Tesfaye, ዮሐንስ|Yohannes, ብሩክ|Biruk, ሙሉጌታ|Mulugeta, ሰሎሞን|Solomon, ኃይሌ|Haile, ' +
      'ግርማ|Girma, ታደሰ|Tadesse, ዘላለም|Zelalem, ካሳ|Kassa, ያሬድ|Yared, በቀለ|Bekele, ናትናኤል|Natnael, ሚካኤል|Mikael',
    families:
      'ተስፋዬ|Tesfaye, በቀለ|Bekele, ታደሰ|Tadesse, አለሙ|Alemu, ገብረማርያም|Gebremariam, ወልደሚካኤል|Woldemikael, ደስታ|Desta, ' +
      'መኮንን|Mekonnen, አስፋው|Asfaw, ዓለማየሁ|Alemayehu, ከበደ|Kebede, ሙሉጌታ|Mulugeta, ነጋሽ|Negash, ፀጋዬ|Tsegaye, ' +
      'ተክሌ|Tekle, ወርቁ|Worku, አያሌው|Ayalew, ጌታቸው|Getachew, ሽፈራው|Shiferaw, ደምሴ|Demissie, ለማ|Lemma, ኃይሉ|Hailu, ይልማ|Yilma',
  },
  {
    language: 'Yoruba',
    countries: ['NG', 'NG', 'GB'],
    share: 18,
    women:
      'Adébísí, Fọlákẹ́, Ọmọ́tọ́lá, Títílayọ̀, Yétúndé, Ṣadé, Bùkọ́lá, Ayọ̀mídé, Ìyábọ̀, Chiamaka, Ngozi, Adaeze, Ifẹ́olúwa, Simisola, Amara, Oyinkan',
    men: 'Olúwaṣeun, Babátúndé, Kẹ́hìndé, Táíwò, Adébáyọ̀, Ọládipọ̀, Fẹ́mi, Ṣẹ́gun, Kúnlé, Chukwuemeka, Ikenna, Obinna, Tádé, Dámilọ́lá, Chidi, Ayọ̀',
    families:
      'Adéyẹmí, Okafor, Balógun, Adébáyọ̀, Ọlátúnjí, Eze, Ògúnlẹ́yẹ, Akíntọ́lá, Nwosu, Fáṣọlá, Adéṣínà, Ọ̀ṣúndé, ' +
      'Okonkwo, Bámidélé, Olúwọlé, Ajayi, Ìgè, Oyèlárán, Uche, Adéwálé, Akínwándé, Obi, Ọláníyan',
  },
  {
    language: 'Swahili',
    countries: ['KE', 'TZ'],
    share: 18,
    women:
      'Wanjiku, Achieng, Neema, Zawadi, Asha, Njeri, Amani, Rehema, Akinyi, Subira, Wambui, Halima, Nyambura, Furaha, Chebet, Tumaini',
    men: 'Juma, Baraka, Otieno, Kamau, Mwangi, Kiprono, Hamisi, Ochieng, Jabari, Kipchirchir, Rashidi, Njoroge, Daudi, Salim, Musa, Imani',
    families:
      'Mwangi, Odhiambo, Kariuki, Wekesa, Mutua, Kimani, Kiplagat, Onyango, Mushi, Mwamba, Macharia, Cheruiyot, Abdallah, ' +
      'Njuguna, Kilonzo, Massawe, Otieno, Githinji, Barasa, Mollel, Wafula, Rotich, Mwakasege, Karanja, Mbugua',
  },
];
