// Names of generated agents and customers, in many scripts. Each is put together by chance: no person is meant.

/** Names of one script. */
interface Names {
  readonly given: Choices;
  readonly family: Choices;
  readonly familyFirst?: true;
}

type Choices = readonly [string, ...string[]];

/** A name, and what a login is made of: nothing where the name is not written in Latin letters. */
export interface GeneratedName {
  readonly name: string;
  readonly login?: string;
}

/** Puts a name together. `next` gives numbers from 0 up to 1, which is left out. */
export function generatedName(next: () => number): GeneratedName {
  const one = (of: Choices) => of[Math.floor(next() * of.length)] ?? of[0];
  const names = next() < latinShare ? latin : (others[Math.floor(next() * others.length)] ?? latin);
  const [given, family] = [one(names.given), one(names.family)];
  if (names === latin) return { name: `${given} ${family}`, login: `${plain(given)}.${plain(family)}` };
  return { name: names.familyFirst ? `${family} ${given}` : `${given} ${family}` };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** How many of all names are in Latin letters. */
const latinShare = 0.55;

// oxfmt-ignore
const latin: Names = {
  given: [
    'Adaeze', 'Alma', 'Amir', 'Anouk', 'Anton', 'Aoife', 'Arjun', 'Astrid', 'Aylin', 'Beatriz', 'Bogdan', 'Camille',
    'Carlos', 'Chiara', 'Dagny', 'Dario', 'Deniz', 'Diego', 'Dilnoza', 'Ebba', 'Eero', 'Emeka', 'Esther', 'Fatima',
    'Fiona', 'Gabriel', 'Giulia', 'Goran', 'Hana', 'Hassan', 'Helena', 'Hiro', 'Ilse', 'Imani', 'Ivana', 'Jamal',
    'Javier', 'Jolanta', 'Júlia', 'Kaito', 'Karim', 'Katarzyna', 'Keiko', 'Lachlan', 'Lalita', 'Lars', 'Leila',
    'Lucía', 'Magnus', 'Mai', 'Malik', 'Marek', 'Mei', 'Mikael', 'Minh', 'Nadia', 'Naoko', 'Niamh', 'Nils', 'Noor',
    'Olga', 'Omar', 'Oskar', 'Paloma', 'Pavel', 'Priya', 'Rafael', 'Ravi', 'Rosa', 'Ruth', 'Samuel', 'Sanna', 'Sofia',
    'Stefan', 'Sunita', 'Tamar', 'Thabo', 'Tomás', 'Ursula', 'Vera', 'Viktor', 'Wanjiru', 'Xavier', 'Yara', 'Yusuf',
    'Zofia',
  ],
  family: [
    'Abbott', 'Adeyemi', 'Ahmed', 'Almeida', 'Andersson', 'Baker', 'Banerjee', 'Bauer', 'Bianchi', 'Björk', 'Brennan',
    'Castillo', 'Chowdhury', 'Costa', 'Dąbrowski', 'Demir', 'Diallo', 'Dubois', 'Eklund', 'Fernandes', 'Ferrari',
    'Fischer', 'Garcia', 'Georgiou', 'Gupta', 'Haddad', 'Hansen', 'Hoang', 'Horvat', 'Ibrahim', 'Ivanova', 'Jansen',
    'Jovanović', 'Kaplan', 'Keller', 'Khan', 'Kowalska', 'Laurent', 'Lehtonen', 'Lindgren', 'Lopez', 'Mäkinen',
    'Mbeki', 'Mendoza', 'Meyer', 'Moreau', 'Müller', 'Murphy', 'Nakamura', 'Ndiaye', 'Nguyen', 'Novák', 'Obi',
    'Okonkwo', 'Olsen', 'Ortega', 'Papadakis', 'Patel', 'Pereira', 'Petrov', 'Popescu', 'Quinn', 'Rahman', 'Rossi',
    'Sánchez', 'Sato', 'Schneider', 'Silva', 'Singh', 'Sørensen', 'Suzuki', 'Tanaka', 'Torres', 'Tran', 'Vargas',
    'Virtanen', 'Walsh', 'Weber', 'Wójcik', 'Yamamoto', 'Yılmaz', 'Zhang', 'Zimmermann',
  ],
};

// oxfmt-ignore
const others: readonly Names[] = [
  {
    given: ['أحمد', 'أمل', 'خالد', 'دينا', 'رنا', 'سامي', 'سلمى', 'طارق', 'عمر', 'فاطمة', 'كريم', 'ليلى', 'مريم', 'نور', 'هدى', 'يوسف'],
    family: ['البكري', 'التميمي', 'الحداد', 'الخطيب', 'الزهراني', 'السيد', 'الشامي', 'العلي', 'المصري', 'النجار', 'حمدان', 'منصور'],
  },
  {
    given: ['Алексей', 'Анна', 'Борис', 'Вера', 'Дарья', 'Иван', 'Ирина', 'Ксения', 'Лев', 'Мария', 'Никита', 'Ольга', 'Павел', 'Софія', 'Тарас', 'Фёдор'],
    family: ['Беленко', 'Гончар', 'Ершов', 'Зимин', 'Климов', 'Коваль', 'Лаптев', 'Мельник', 'Орлов', 'Савчук', 'Тихий', 'Шевчук'],
  },
  {
    given: ['Αλέξης', 'Άννα', 'Γιώργος', 'Δήμητρα', 'Ελένη', 'Ηλίας', 'Θάνος', 'Ιωάννα', 'Κώστας', 'Μαρία', 'Νίκος', 'Σοφία'],
    family: ['Αγγέλου', 'Βασιλείου', 'Γεωργίου', 'Δημητρίου', 'Ιωάννου', 'Κωνσταντίνου', 'Νικολάου', 'Παπαδάκης', 'Σταύρου', 'Χατζής'],
  },
  {
    given: ['אורי', 'גלית', 'דניאל', 'הילה', 'יעל', 'יונתן', 'מאיה', 'נועה', 'עומר', 'רון', 'שירה', 'תמר'],
    family: ['אברהמי', 'ברק', 'גולן', 'כהן', 'לוי', 'מזרחי', 'פרץ', 'רוזן', 'שגב', 'שלום'],
  },
  {
    given: ['अनिल', 'अंजलि', 'दीपक', 'गीता', 'कविता', 'मोहन', 'नेहा', 'प्रिया', 'राहुल', 'रवि', 'सीमा', 'विजय'],
    family: ['अग्रवाल', 'चौहान', 'गुप्ता', 'जोशी', 'कुमार', 'मेहता', 'पटेल', 'शर्मा', 'सिंह', 'वर्मा'],
  },
  {
    given: ['伟', '芳', '敏', '静', '磊', '洋', '艳', '勇', '杰', '雪梅', '志强', '晓明', '美玲', '文博'],
    family: ['王', '李', '张', '刘', '陳', '杨', '黃', '赵', '吴', '周', '徐', '孙'],
    familyFirst: true,
  },
  {
    given: ['さくら', '健太', '陽子', '大輔', '美咲', '翔', '由美', '直樹', '恵', '拓也', '結衣', '誠', 'あかり', 'ひなた', 'みどり'],
    family: ['佐藤', '鈴木', '高橋', '田中', '渡辺', '伊藤', '山本', '中村', '小林', '加藤'],
    familyFirst: true,
  },
  {
    given: ['민준', '서연', '도윤', '지우', '하준', '수아', '지호', '예은', '현우', '유진'],
    family: ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임'],
    familyFirst: true,
  },
  {
    given: ['กิตติ', 'จันทร์', 'ชัย', 'ดาว', 'นภา', 'ประเสริฐ', 'พิมพ์', 'มาลี', 'วิชัย', 'สมชาย', 'สุดา', 'อนันต์'],
    family: ['แก้วมณี', 'ใจดี', 'ทองคำ', 'บุญมา', 'พงษ์ศรี', 'รุ่งเรือง', 'วงศ์สุข', 'ศรีสุข', 'แสงทอง', 'อินทร์แก้ว'],
  },
];
