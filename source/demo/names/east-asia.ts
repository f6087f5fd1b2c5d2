import type { Culture } from './culture.ts';

export const eastAsia: readonly Culture[] = [
  {
    language: 'Mandarin',
    countries: ['CN', 'CN', 'SG'],
    share: 35,
    order: 'family-joined',
    women:
      '芳|Fang, 秀英|Xiuying, 静怡|Jingyi, 丽|Li, 雨桐|Yutong, 欣怡|Xinyi, 梓涵|Zihan, 婷|Ting, 晓燕|Xiaoyan, 梦瑶|Mengyao, ' +
      '佳琪|Jiaqi, 雪梅|Xuemei, 敏|Min, 诗涵|Shihan, 美玲|Meiling, 思雨|Siyu, 慧|Hui, 若曦|Ruoxi',
    men:
      '伟|Wei, 强|Qiang, 浩然|Haoran, 子轩|Zixuan, 建国|Jianguo, 俊杰|Junjie, 宇航|Yuhang, 明|Ming, 志强|Zhiqiang, 博文|Bowen, ' +
      '天佑|Tianyou, 磊|Lei, 文博|Wenbo, 鹏|Peng, 嘉豪|Jiahao, 晨|Chen, 国华|Guohua, 睿|Rui',
    families:
      '王|Wang, 李|Li, 张|Zhang, 刘|Liu, 陈|Chen, 杨|Yang, 黄|Huang, 赵|Zhao, 吴|Wu, 周|Zhou, 徐|Xu, 孙|Sun, 马|Ma, 朱|Zhu, ' +
      '胡|Hu, 郭|Guo, 何|He, 高|Gao, 林|Lin, 罗|Luo, 郑|Zheng, 梁|Liang, 谢|Xie, 宋|Song, 唐|Tang, 许|Xu, 韩|Han, 冯|Feng, 欧阳|Ouyang',
  },
  {
    language: 'Taiwanese',
    countries: ['TW', 'HK'],
    share: 14,
    order: 'family-joined',
    women:
      '怡君|Yi-Chun, 雅婷|Ya-Ting, 淑芬|Shu-Fen, 佩珊|Pei-Shan, 詩涵|Shih-Han, 美惠|Mei-Hui, 欣妤|Hsin-Yu, 宜蓁|Yi-Chen, ' +
      '家瑜|Chia-Yu, 麗華|Li-Hua, 曉雯|Hsiao-Wen, 靜宜|Ching-Yi, 筱涵|Hsiao-Han, 心怡|Hsin-Yi, 淑娟|Shu-Chuan, 鈺婷|Yu-Ting',
    men:
      '志明|Chih-Ming, 俊傑|Chun-Chieh, 冠宇|Kuan-Yu, 家豪|Chia-Hao, 建宏|Chien-Hung, 承翰|Cheng-Han, 宗翰|Tsung-Han, ' +
      '柏翰|Po-Han, 彥廷|Yen-Ting, 文雄|Wen-Hsiung, 信宏|Hsin-Hung, 國華|Kuo-Hua, 廷瑋|Ting-Wei, 哲瑋|Che-Wei, 品睿|Pin-Jui, 偉倫|Wei-Lun',
    families:
      '陳|Chen, 林|Lin, 黃|Huang, 張|Chang, 李|Lee, 王|Wang, 吳|Wu, 劉|Liu, 蔡|Tsai, 楊|Yang, 許|Hsu, 鄭|Cheng, 謝|Hsieh, ' +
      '郭|Kuo, 洪|Hung, 曾|Tseng, 邱|Chiu, 廖|Liao, 賴|Lai, 周|Chou, 葉|Yeh, 蘇|Su, 莊|Chuang, 呂|Lu, 簡|Chien',
  },
  {
    language: 'Japanese',
    countries: ['JP'],
    share: 42,
    order: 'family-first',
    women:
      '陽菜|Hina, 結衣|Yui, 葵|Aoi, さくら|Sakura, 優子|Yuko, 恵|Megumi, 真由美|Mayumi, 愛|Ai, 七海|Nanami, 美穂|Miho, 由紀|Yuki, ' +
      '千尋|Chihiro, 彩香|Ayaka, 直美|Naomi, 莉子|Riko, 智子|Tomoko, ひかり|Hikari, 明日香|Asuka, 香織|Kaori, 遥|Haruka',
    men:
      '翔太|Shota, 蓮|Ren, 大輔|Daisuke, 健一|Kenichi, 拓海|Takumi, 直樹|Naoki, 悠真|Yuma, 誠|Makoto, 浩|Hiroshi, 陸|Riku, ' +
      '和也|Kazuya, 亮|Ryo, 隆|Takashi, 颯太|Sota, 修|Osamu, 雄大|Yudai, 智也|Tomoya, 剛|Tsuyoshi, 光|Hikaru, 太郎|Taro',
    families:
      '佐藤|Sato, 鈴木|Suzuki, 高橋|Takahashi, 渡辺|Watanabe, 伊藤|Ito, 山本|Yamamoto, 中村|Nakamura, 小林|Kobayashi, ' +
      '加藤|Kato, 吉田|Yoshida, 山田|Yamada, 佐々木|Sasaki, 松本|Matsumoto, 井上|Inoue, 木村|Kimura, 清水|Shimizu, ' +
      '林|Hayashi, 斎藤|Saito, 池田|Ikeda, 橋本|Hashimoto, 石川|Ishikawa, 前田|Maeda, 藤田|Fujita, 小川|Ogawa, ' +
      '岡田|Okada, 後藤|Goto, 長谷川|Hasegawa, 村上|Murakami, 近藤|Kondo, 石井|Ishii, 遠藤|Endo',
  },
  {
    language: 'Korean',
    countries: ['KR'],
    share: 28,
    order: 'family-joined',
    women:
      '서연|Seoyeon, 민지|Minji, 지우|Jiwoo, 수빈|Subin, 하은|Haeun, 은정|Eunjeong, 예린|Yerin, 유진|Yujin, 지혜|Jihye, ' +
      '소영|Soyoung, 미경|Mikyung, 다은|Daeun, 현정|Hyunjung, 나연|Nayeon, 혜진|Hyejin, 가은|Gaeun',
    men:
      '민준|Minjun, 도윤|Doyun, 지훈|Jihoon, 현우|Hyunwoo, 성민|Sungmin, 준호|Junho, 동현|Donghyun, 재현|Jaehyun, ' +
      '상훈|Sanghoon, 승우|Seungwoo, 태양|Taeyang, 영수|Youngsoo, 우진|Woojin, 경민|Kyungmin, 하준|Hajun, 시우|Siwoo',
    families:
      '김|Kim, 이|Lee, 박|Park, 최|Choi, 정|Jung, 강|Kang, 조|Cho, 윤|Yoon, 장|Jang, 임|Lim, 한|Han, 오|Oh, 서|Seo, 신|Shin, ' +
      '권|Kwon, 황|Hwang, 안|Ahn, 송|Song, 류|Ryu, 홍|Hong, 전|Jeon, 고|Ko, 문|Moon, 손|Son, 남궁|Namgung',
  },
];
