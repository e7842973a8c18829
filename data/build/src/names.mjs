// Names that the sources lack or spell in English.

export const COUNTRY_NAMES = [
  ['VN', 'Vietnam', 'Việt Nam'],
  ['CN', 'China', 'Trung Quốc'],
  ['LA', 'Laos', 'Lào'],
  ['TH', 'Thailand', 'Thái Lan'],
  ['MM', 'Myanmar', 'Myanmar'],
];

export const EXONYMS = {
  Hanoi: 'Hà Nội',
  Haiphong: 'Hải Phòng',
  'Da Nang': 'Đà Nẵng',
  'Kwang Binh': 'Đồng Hới',
  'Dien Bien Phu': 'Điện Biên Phủ',
  'Ðông Hà': 'Đông Hà',
  'Cẩm Phả Mines': 'Cẩm Phả',
  'Thị Trấn Xuân Hoà': 'Xuân Hòa',
};

// Seats of the provinces, those before the merger too: they are still the towns people know.
export const PROVINCE_SEATS = new Set([
  'Bắc Giang', 'Bắc Kạn', 'Bắc Ninh', 'Cao Bằng', 'Đà Nẵng', 'Điện Biên Phủ', 'Đông Hà', 'Đồng Hới', 'Hà Giang',
  'Hạ Long', 'Hà Tĩnh', 'Hải Dương', 'Hải Phòng', 'Hòa Bình', 'Huế', 'Hưng Yên', 'Lai Châu', 'Lạng Sơn', 'Lào Cai',
  'Nam Định', 'Ninh Bình', 'Phủ Lý', 'Sơn La', 'Thái Bình', 'Thái Nguyên', 'Thanh Hóa', 'Tuyên Quang', 'Việt Trì',
  'Vinh', 'Vĩnh Yên', 'Yên Bái',
]);

// Vietnamese names of the towns across the borders that a reader of the map looks for.
export const NEIGHBOUR_TOWNS = {
  'CN Nanning': 'Nam Ninh',
  'CN Kunming': 'Côn Minh',
  'CN Baise': 'Bách Sắc',
  'CN Chongzuo': 'Sùng Tả',
  'CN Fangchenggang': 'Phòng Thành Cảng',
  'CN Qinzhou': 'Khâm Châu',
  'CN Beihai': 'Bắc Hải',
  'CN Haikou': 'Hải Khẩu',
  'CN Sanya': 'Tam Á',
  'CN Guilin': 'Quế Lâm',
  'CN Liuzhou': 'Liễu Châu',
  'CN Wuzhou': 'Ngô Châu',
  'CN Zhanjiang': 'Trạm Giang',
  'CN Wenshan City': 'Văn Sơn',
  'CN Longzhou': 'Long Châu',
  'CN Pingxiang': 'Bằng Tường',
  'CN Jingxi': 'Tĩnh Tây',
  'CN Daxin': 'Đại Tân',
  'CN Hechi': 'Hà Trì',
  'CN Gejiu': 'Cá Cựu',
  'CN Yuxi': 'Ngọc Khê',
  'CN Dali': 'Đại Lý',
  'LA Vientiane': 'Viêng Chăn',
  'LA Luang Prabang': 'Luông Pha Băng',
  'LA Xam Nua': 'Sầm Nưa',
  'LA Savannakhet': 'Xa-vẳn-na-khẹt',
  'TH Chiang Rai': 'Chiềng Rai',
};
