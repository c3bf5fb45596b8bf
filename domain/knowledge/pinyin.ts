import { pinyin } from 'pinyin-pro'

/** A Chinese name in syllables without tones, a blank between them: "mang qu xin xi xi tong". Not for the phone: 300 KB. */
export function pinyinOf(zh: string): string {
  return pinyin(zh, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join(' ')
    .toLowerCase()
}
