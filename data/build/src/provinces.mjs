// The 34 provinces and cities since 1 July 2025 (National Assembly resolution 202/2025/QH15), as
// unions of the 63 before: code, name, and the package's codes of the old ones.

import { dissolve } from './dissolve.mjs';
import { oldProvince } from './places.mjs';

export const PROVINCES = [
  ['an-giang', 'An Giang', ['AG', 'KG']],
  ['bac-ninh', 'Bắc Ninh', ['BN', 'BG']],
  ['ca-mau', 'Cà Mau', ['CM', 'BL']],
  ['can-tho', 'Cần Thơ', ['CN', 'ST', 'HU']],
  ['cao-bang', 'Cao Bằng', ['CB']],
  ['da-nang', 'Đà Nẵng', ['DA', 'QM']],
  ['dak-lak', 'Đắk Lắk', ['DC', 'PY']],
  ['dien-bien', 'Điện Biên', ['DB']],
  ['dong-nai', 'Đồng Nai', ['DN', 'BP']],
  ['dong-thap', 'Đồng Tháp', ['DT', 'TG']],
  ['gia-lai', 'Gia Lai', ['GL', 'BD']],
  ['ha-noi', 'Hà Nội', ['HI']],
  ['ha-tinh', 'Hà Tĩnh', ['HT']],
  ['hai-phong', 'Hải Phòng', ['HP', 'HD']],
  ['ho-chi-minh', 'Thành phố Hồ Chí Minh', ['HC', 'BI', 'BV']],
  ['hue', 'Huế', ['TT']],
  ['hung-yen', 'Hưng Yên', ['HY', 'TB']],
  ['khanh-hoa', 'Khánh Hòa', ['KH', 'NT']],
  ['lai-chau', 'Lai Châu', ['LI']],
  ['lam-dong', 'Lâm Đồng', ['LD', 'DO', 'BU']],
  ['lang-son', 'Lạng Sơn', ['LS']],
  ['lao-cai', 'Lào Cai', ['LO', 'YB']],
  ['nghe-an', 'Nghệ An', ['NA']],
  ['ninh-binh', 'Ninh Bình', ['NB', 'HM', 'ND']],
  ['phu-tho', 'Phú Thọ', ['PT', 'VC', 'HO']],
  ['quang-ngai', 'Quảng Ngãi', ['QG', 'KT']],
  ['quang-ninh', 'Quảng Ninh', ['QN']],
  ['quang-tri', 'Quảng Trị', ['QT', 'QB']],
  ['son-la', 'Sơn La', ['SL']],
  ['tay-ninh', 'Tây Ninh', ['TN', 'LA']],
  ['thai-nguyen', 'Thái Nguyên', ['TY', 'BK']],
  ['thanh-hoa', 'Thanh Hóa', ['TH']],
  ['tuyen-quang', 'Tuyên Quang', ['TQ', 'HG']],
  ['vinh-long', 'Vĩnh Long', ['VL', 'BR', 'TV']],
];

export function province(id) {
  const found = PROVINCES.find(([each]) => each === id);
  if (!found) throw new Error(`no province ${id}`);
  return dissolve(found[2].flatMap(oldProvince));
}
