// What can be wrong with statistics, in Khmer: our drafts, which await a native reader.
import type { ProblemKey } from "./problems.js";

export const km: Record<ProblemKey, string> = {
  notAnObject:
    "ទីនេះជា {found}។ សូមបញ្ជូនវត្ថុ JSON មួយ៖ តារាង JSON-stat 2.0 ឬចម្លើយ “json” របស់ PX-Web v1។",
  notStatistics:
    "នេះមិនមែនជាតារាង JSON-stat 2.0 និងមិនមែនជាចម្លើយ “json” របស់ PX-Web v1 ទេ។ វាមានសោ៖ {keys}។ សូមបញ្ជូនទម្រង់ណាមួយក្នុងចំណោមពីរនេះ។",
  collection:
    "នេះជាបណ្ដុំ JSON-stat (collection) មាន {count} ធាតុ៖ {choices}។ សូមបញ្ជូនតារាងមួយ៖ link.item[n] បើធាតុនោះមានទិន្នន័យ បើគ្មានទេ សូមទាញយកតាម href របស់វា។",
  bundle: "នេះជា JSON-stat មុនជំនាន់ 2.0 មានតារាង៖ {choices}។ សូមសុំជំនាន់ 2.0 (json-stat2) ពីម៉ាស៊ីនមេ។",
  otherClass: "នេះជា JSON-stat ប្រភេទ “{found}”។ សូមបញ្ជូនតារាងមួយ (dataset)។",
  metadata: "នេះជាការពិពណ៌នាតារាងរបស់ PX-Web មិនទាន់មានទិន្នន័យទេ។ សូមផ្ញើសំណួរ (POST) ហើយសុំ “json”។",
  wrongShape: "ទីនេះជា {found}។ ទីនេះត្រូវជា {expected}។",
  valueCount: "មាន {found} តម្លៃ តែតាម “size” ត្រូវមាន {expected}។ សូមទាញយកតារាងម្ដងទៀត។",
  valuePlace: "គ្មានក្រឡាទី {found} ទេ៖ តាម “size” មានតែ {expected} ក្រឡា។ សូមទាញយកតារាងម្ដងទៀត។",
  categoryCount:
    "វិមាត្រ “{dimension}” មាន {found} ចំណាត់ថ្នាក់ តែ “size” សរសេរ {expected}។ សូមទាញយកតារាងម្ដងទៀត។",
  noOrder:
    "វិមាត្រ “{dimension}” មាន {found} ចំណាត់ថ្នាក់ តែគ្មាន “category.index” ដូច្នេះមិនដឹងលំដាប់ទេ។ សូមបន្ថែម “index”។",
  tooMany: "តារាងមាន {found} ក្រឡា តែអាចទទួលបានច្រើនបំផុត {limit}។ សូមសុំចំណាត់ថ្នាក់តិចជាងនេះពីម៉ាស៊ីនមេ។",
  rowShape: "ជួរដេកនេះមិនត្រូវនឹង “columns” ទេ៖ ត្រូវមាន {keys} កូដ និង {values} តម្លៃ។ សូមទាញយកតារាងម្ដងទៀត។",
  rowTwice: "កូដរបស់ជួរដេកនេះមាននៅខាងលើរួចហើយ។ សូមទាញយកតារាងម្ដងទៀត។",
  noRows: "ចម្លើយនេះគ្មានជួរដេកទិន្នន័យទេ។ សូមពិនិត្យសំណួរឡើងវិញ។",
  notANumber: "ទីនេះជា {found}។ ទិន្នន័យត្រូវជាលេខ ឬ null បើមិនទាន់មានលេខ។",
  notAPlainNumber:
    "ទីនេះជា {found}។ PX-Web សរសេរលេខដោយចុចទសភាគ គ្មានសញ្ញាខណ្ឌចែកទេ។ សញ្ញាផ្សេងទៀត សូមប្រកាសក្នុង “status”។",

  unknownOption: "គ្មានជម្រើស “{found}” ទេ។ សូមសរសេរមួយក្នុងចំណោម៖ {choices}។",
  wrongOption: "“{option}”៖ ទីនេះជា {found}។ សូមសរសេរ៖ {expected}។",
  unknownDimension: "“{option}”៖ គ្មានវិមាត្រ {found} ទេ។ សូមសរសេរមួយក្នុងចំណោម៖ {choices}។",
  unknownCategory: "វិមាត្រ “{dimension}” គ្មានចំណាត់ថ្នាក់ {found} ទេ។ សូមជ្រើសមួយក្នុងចំណោម៖ {choices}។",
  emptySelection: "“select” មិនបានជ្រើសចំណាត់ថ្នាក់ណាមួយនៃវិមាត្រ “{dimension}” ទេ។ សូមជ្រើសក្នុង៖ {choices}។",
  timeUnclear: "មិនច្បាស់ថាវិមាត្រណាជាពេលវេលា។ សូមឱ្យ “time” មួយក្នុងចំណោម៖ {choices}។",
  seriesUnclear: "មិនច្បាស់ថាវិមាត្រណាជាជួរដេក។ សូមឱ្យ “series” មួយក្នុងចំណោម៖ {choices}។",
  seriesIsTime: "“series” និង “time” សុទ្ធតែជាវិមាត្រ “{dimension}”។ សូមជ្រើសវិមាត្រពីរផ្សេងគ្នា។",
  selectOne: "វិមាត្រ “{dimension}” មាន {count} ចំណាត់ថ្នាក់។ សូមជ្រើសមួយក្នុង “select”៖ {choices}។",
  notPercent: "ផ្នែក “{section}” គូរសមាមាត្រជាភាគរយ តែឯកតានៅទីនេះគឺ “{unit}”។ សូមជ្រើសសូចនាករដែលគិតជា %។",
  unitsDiffer:
    "ជួរដេកមានឯកតាខុសគ្នា៖ {choices}។ ផ្នែក “{section}” មានឯកតាតែមួយ។ សូមជ្រើសឱ្យតិចជាងនេះក្នុង “select”។",
  wholeNeeded:
    "ផ្នែក “ntm” ត្រូវការចំនួនសរុប ដើម្បីគូរចំនួនសម្រេចបាន លើចំនួនសរុប។ សូមឱ្យ “of” ជាលេខ ឬកូដនៃចំណាត់ថ្នាក់ដែលមានចំនួនសរុប៖ {choices}។",
  wholeMissing: "ចំនួនសរុបដែលយកពី “{category}” មិនមាននៅគ្រា {period} ទេ។ សូមឱ្យ “of” ជាលេខ ឬលុបគ្រានេះចេញ។",
  nothingLeft: "ក្រៅពីចំនួនសរុប គ្មានជួរដេកណានៅសល់ទេ។ សូមជ្រើសចំណាត់ថ្នាក់បន្ថែមក្នុង “select”។",
};
