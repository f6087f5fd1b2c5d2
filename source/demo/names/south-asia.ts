import type { Culture } from './culture.ts';

export const southAsia: readonly Culture[] = [
  {
    language: 'Hindi',
    countries: ['IN'],
    share: 55,
    women:
      'प्रिया|Priya, अनन्या|Ananya, नेहा|Neha, पूजा|Pooja, सुनीता|Sunita, दिव्या|Divya, कविता|Kavita, रितु|Ritu, ' +
      'मीरा|Meera, स्वाति|Swati, अंजलि|Anjali, शिल्पा|Shilpa, रश्मि|Rashmi, गीता|Geeta, निशा|Nisha, वंदना|Vandana, ' +
      'आरती|Aarti, ज्योति|Jyoti, राधिका|Radhika, उषा|Usha',
    men:
      'राहुल|Rahul, अमित|Amit, रोहन|Rohan, विक्रम|Vikram, संजय|Sanjay, अर्जुन|Arjun, मनोज|Manoj, दीपक|Deepak, ' +
      'अनिल|Anil, राजेश|Rajesh, सुरेश|Suresh, आदित्य|Aditya, निखिल|Nikhil, करण|Karan, हर्ष|Harsh, योगेश|Yogesh, ' +
      'विवेक|Vivek, प्रकाश|Prakash, गौरव|Gaurav, मोहन|Mohan',
    families:
      'शर्मा|Sharma, गुप्ता|Gupta, पटेल|Patel, वर्मा|Verma, मिश्रा|Mishra, यादव|Yadav, जोशी|Joshi, त्रिपाठी|Tripathi, ' +
      'मेहता|Mehta, चौहान|Chauhan, अग्रवाल|Agarwal, कुलकर्णी|Kulkarni, देशपांडे|Deshpande, सक्सेना|Saxena, ' +
      'पांडे|Pandey, तिवारी|Tiwari, मल्होत्रा|Malhotra, कपूर|Kapoor, भट्ट|Bhatt, राठौर|Rathore, सिन्हा|Sinha, ' +
      'ठाकुर|Thakur, शुक्ला|Shukla, नायर|Nair, चतुर्वेदी|Chaturvedi, बंसल|Bansal, शाह|Shah, राणा|Rana, दुबे|Dubey',
  },
  {
    language: 'Bengali',
    countries: ['BD', 'IN'],
    share: 22,
    women:
      'নুসরাত|Nusrat, তানিয়া|Tania, শর্মিলা|Sharmila, অনিতা|Anita, রুমানা|Rumana, সুমাইয়া|Sumaiya, মৌসুমী|Mousumi, ' +
      'নাজমা|Nazma, ফারহানা|Farhana, পারমিতা|Paramita, ঋতুপর্ণা|Rituparna, শিরীন|Shirin, জান্নাত|Jannat, মিতালী|Mitali, ' +
      'সাবিনা|Sabina, লাবণ্য|Labanya',
    men:
      'রহিম|Rahim, করিম|Karim, অর্ণব|Arnab, সৌরভ|Sourav, তানভীর|Tanvir, ইমরান|Imran, অনির্বাণ|Anirban, মাহমুদ|Mahmud, ' +
      'শফিক|Shafiq, সুব্রত|Subrata, দেবাশীষ|Debashish, রাশেদ|Rashed, নাজমুল|Nazmul, পার্থ|Partha, ফাহিম|Fahim, জাহিদ|Zahid',
    families:
      'রহমান|Rahman, ইসলাম|Islam, হোসেন|Hossain, চৌধুরী|Chowdhury, দাস|Das, সরকার|Sarkar, মুখার্জি|Mukherjee, ' +
      'ঘোষ|Ghosh, আহমেদ|Ahmed, বসু|Basu, সেন|Sen, চক্রবর্তী|Chakraborty, খান|Khan, মিত্র|Mitra, বিশ্বাস|Biswas, ' +
      'আলম|Alam, দত্ত|Dutta, মজুমদার|Majumdar, কবির|Kabir, হক|Haque, রায়|Roy, সাহা|Saha, ভূঁইয়া|Bhuiyan, নন্দী|Nandi, পাল|Pal',
  },
  {
    language: 'Tamil',
    countries: ['IN', 'LK', 'SG'],
    share: 15,
    women:
      'கவிதா|Kavitha, மீனா|Meena, லட்சுமி|Lakshmi, பிரியா|Priya, சரண்யா|Saranya, தேவி|Devi, வாணி|Vani, ரம்யா|Ramya, ' +
      'நித்யா|Nithya, மாலதி|Malathi, கலா|Kala, சுமதி|Sumathi, யாழினி|Yazhini, தமிழ்செல்வி|Tamilselvi, அகிலா|Akila, உமா|Uma',
    men:
      'கார்த்திக்|Karthik, முருகன்|Murugan, அருண்|Arun, செந்தில்|Senthil, விஜய்|Vijay, பாலா|Bala, சுரேஷ்|Suresh, ' +
      'குமரன்|Kumaran, தினேஷ்|Dinesh, ராஜா|Raja, இளங்கோ|Ilango, கண்ணன்|Kannan, பிரபு|Prabhu, சரவணன்|Saravanan, மணி|Mani, வேலு|Velu',
    families:
      'முருகன்|Murugan, சுப்ரமணியன்|Subramanian, கிருஷ்ணன்|Krishnan, ராமசாமி|Ramasamy, செல்வம்|Selvam, வேலன்|Velan, ' +
      'ராஜேந்திரன்|Rajendran, நடராஜன்|Natarajan, பழனி|Palani, கோபால்|Gopal, சண்முகம்|Shanmugam, மணிகண்டன்|Manikandan, ' +
      'அண்ணாமலை|Annamalai, பாண்டியன்|Pandian, சுந்தரம்|Sundaram, ரவி|Ravi, தங்கராஜ்|Thangaraj, லிங்கம்|Lingam, ' +
      'சேகர்|Sekar, ஆறுமுகம்|Arumugam, கணேசன்|Ganesan, மாறன்|Maran, சேரன்|Cheran, வரதன்|Varadhan, முத்து|Muthu',
  },
];
