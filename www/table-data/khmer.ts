// Sentences on a table of a page in Khmer: our drafts, which await a native reader.

/** By the key of the problem. */
export const KHMER: Record<string, string> = {
  at: "ជួរដេក “{row}” ជួរឈរ “{column}”៖ {sentence}",
  sectionUnknown: 'data-section="{text}" មិនមែនជាផ្នែកណាមួយទេ។ សូមសរសេរមួយក្នុងចំណោម៖ {known}។',
  placeMissing: 'តារាងមិនបានបញ្ជាក់ទីកន្លែងទេ។ សូមសរសេរ data-place="…" នៅ <table>។',
  periodMissing: 'តារាងមិនបានបញ្ជាក់គ្រាទេ។ សូមសរសេរ data-period="2023" នៅ <table>។',
  headUnknown:
    'មិនយល់ក្បាលជួរឈរ “{text}” ទេ។ សូមសរសេរ data-head="2023" (គ្រា) ឬ data-head="Rate" (ប្រភេទតួលេខ) នៅ <th>។',
  cellNotVi: "“{text}” មិនសរសេរតាមបែបវៀតណាម (14.120,5) ទេ។ សូមសរសេរម្ដងទៀត ឬបន្ថែម data-value។",
  cellNotEn: "“{text}” មិនសរសេរតាមបែបអង់គ្លេស (14,120.5) ទេ។ សូមសរសេរម្ដងទៀត ឬបន្ថែម data-value។",
  cellAmbiguous: '“{text}” អាចជា {vi} ឬ {en}។ សូមបន្ថែម data-value="{vi}" ឬ data-value="{en}"។',
  cellNumber: '{name}="{text}" មិនមែនជាលេខទេ។ សូមសរសេរដូច 14120 ឬ 2.33។',
  cellDisagrees: "ក្រឡាសរសេរ “{text}” តែ data-value គឺ {value}។ សូមកែឱ្យដូចគ្នា។",
};
