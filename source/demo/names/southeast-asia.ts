import type { Culture } from './culture.ts';

export const southeastAsia: readonly Culture[] = [
  {
    language: 'Thai',
    countries: ['TH'],
    share: 20,
    women:
      'สมหญิง|Somying, กนกวรรณ|Kanokwan, ปิยะดา|Piyada, วรรณา|Wanna, สุดา|Suda, มาลี|Malee, อรุณี|Arunee, ณัฐธิดา|Natthida, ' +
      'ชลธิชา|Chonthicha, พิมพ์ใจ|Phimchai, รัตนา|Rattana, จิราพร|Jiraporn, ศิริพร|Siriporn, นภา|Napa, เบญจมาศ|Benjamas, ดวงใจ|Duangjai',
    men:
      'สมชาย|Somchai, ประเสริฐ|Prasert, อนุชา|Anucha, วิชัย|Wichai, ธนวัฒน์|Thanawat, กิตติ|Kitti, ณัฐพล|Nattapon, ' +
      'สุรชัย|Surachai, ปิติ|Piti, ชัยวัฒน์|Chaiwat, พงศธร|Pongsathorn, ศักดิ์ดา|Sakda, อภิชาติ|Apichat, มานะ|Mana, วีระ|Weera, จักรี|Chakri',
    families:
      'ใจดี|Jaidee, ศรีสุข|Srisuk, วงศ์สวัสดิ์|Wongsawat, แก้วมณี|Kaewmanee, ทองดี|Thongdee, สุขเกษม|Sukkasem, ' +
      'รักไทย|Rakthai, พรหมมา|Promma, บุญมี|Boonmee, จันทร์เพ็ญ|Chanpen, สมบูรณ์|Somboon, ชัยชนะ|Chaichana, ' +
      'ศิริวัฒน์|Siriwat, แสงทอง|Saengthong, มั่นคง|Mankhong, พูนทรัพย์|Poonsap, อินทร์แก้ว|Inkaew, วัฒนา|Wattana, ' +
      'เจริญสุข|Charoensuk, นิลวงศ์|Nilwong, ปัญญาดี|Panyadee, สายบัว|Saibua, กาญจนา|Kanchana',
  },
  {
    language: 'Vietnamese',
    countries: ['VN'],
    share: 24,
    order: 'family-first',
    women:
      'Thị Hương, Thu Hà, Minh Anh, Ngọc Lan, Thị Mai, Bảo Ngọc, Phương Thảo, Kim Oanh, Hồng Nhung, Thanh Tâm, Mỹ Linh, ' +
      'Quỳnh Như, Diễm My, Cẩm Tú, Thùy Dung, Yến Nhi',
    men:
      'Văn Hùng, Minh Đức, Quốc Bảo, Hữu Phước, Đình Trọng, Anh Tuấn, Gia Huy, Thành Long, Hoàng Nam, Xuân Trường, ' +
      'Công Minh, Tiến Dũng, Quang Vinh, Đức Thắng, Nhật Minh, Trung Kiên',
    families:
      'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh, Mạc, Tạ, ' +
      'Lương, Châu, Quách',
  },
  {
    language: 'Indonesian',
    countries: ['ID', 'MY'],
    share: 18,
    women:
      'Siti, Dewi, Putri, Ratna, Indah, Ayu, Wulan, Fitri, Rina, Kartika, Sri, Melati, Intan, Nurul, Lestari, Citra',
    men: 'Budi, Agus, Dimas, Rizky, Bayu, Hendra, Wahyu, Eko, Joko, Fajar, Adi, Gilang, Yusuf, Arif, Teguh, Surya',
    families:
      'Santoso, Wijaya, Rahman, Hidayat, Setiawan, Kusuma, Nugroho, Permata, Saputra, Siregar, Simanjuntak, Pratama, ' +
      'Handoko, Gunawan, Hartono, Susanto, Nasution, Purnama, Wibowo, Sihombing, Suryadi, Halim, Iskandar',
  },
];
