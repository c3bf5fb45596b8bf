import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type {
  GlossaryDocument,
  SuggesterDocument,
  SuggestionDocument,
  TermDocument,
} from '../../cloudfunctions/knowledge/store'
import { pinyinOf } from '../../domain/knowledge/pinyin'
import { type Lead, letterOf, type TermField } from '../../domain/knowledge/term'
import { personOf } from './people'
import type { World } from './world'

const FOLDER = path.join(__dirname, 'assets/knowledge')

/** Who knows of a field what its words mean. */
const authors: Record<TermField, string> = {
  safety: 'chengye',
  assist: 'fangzhou',
  drive: 'jiangyu',
  platform: 'zhoumu',
  cabin: 'renfei',
  making: 'suyutong',
  design: 'luyao',
  brand: 'tangguo',
  company: 'wangyanqiu',
}
/** Some words are older than the list of who wrote them, and some came out of a suggestion. */
const UNSIGNED_EVERY = 6
const SUGGESTED_EVERY = 4

/**
 * The words as an editor wrote them down, one block each:
 *
 *     # id field lead
 *     abbreviation | Chinese | English | Swedish
 *     gist
 *     explanation
 *     ~ what it is like       = other、spellings       - not explained in texts
 *     > related ids           @ source
 */
export function wordsOf({ calendar, who }: World): { terms: TermDocument[]; glossary: GlossaryDocument } {
  const blocks = readdirSync(FOLDER)
    .filter(name => name.startsWith('words-'))
    .sort()
    .flatMap(name => readFileSync(path.join(FOLDER, name), 'utf8').split(/^# /m).slice(1))
  const terms = blocks.map((block, index): TermDocument => {
    const term = termOf(block, index + 1, calendar.at(20 + (index % 90), '10:30'))
    if (index % UNSIGNED_EVERY === 0) return term
    const way = index % SUGGESTED_EVERY === 0 ? 'suggested' : 'wrote'
    return { ...term, author: { employeeId: who(authors[term.field])._id, way } }
  })
  return { terms, glossary: { _id: 'words', version: terms.length, terms: terms.length } }
}

function termOf(block: string, changedIn: number, revisedAt: number): TermDocument {
  const [head = '', names = '', gist = '', explanation = '', ...marks] = block.trimEnd().split('\n')
  const [_id = '', field, lead] = head.split(' ')
  const [abbreviation = '', zh = '', en = '', sv = ''] = names.split('|').map(name => name.trim())
  const marked = (mark: string) => marks.find(line => line.startsWith(`${mark} `))?.slice(2)
  const words = {
    zh,
    en,
    sv,
    abbreviation,
    aliases: marked('=')?.split('、') ?? [],
    lead: lead as Lead,
  }
  const pinyin = pinyinOf(zh)
  return {
    _id,
    ...words,
    field: field as TermField,
    gist,
    explanation,
    likeness: marked('~') ?? '',
    relatedIds: marked('>')?.split(' ') ?? [],
    source: marked('@') ?? '',
    inText: !marks.includes('-'),
    pinyin,
    letter: letterOf(words, pinyin),
    live: true,
    version: 1,
    changedIn,
    revisedAt,
  }
}

interface Told {
  by: string
  when: [daysAgo: number, clock: string]
  kind: SuggestionDocument['kind']
  termId?: string
  word: string
  words: string
  answer?: { state: 'accepted' | 'refused'; reason: string; when: [daysAgo: number, clock: string] }
}

const told: readonly Told[] = [
  {
    by: 'handong',
    when: [1, '19:20'],
    kind: 'word',
    word: '黄鱼车',
    words: '试制车间里拉零件的三轮车，新来的同事总是听不懂，可以收进来。',
  },
  {
    by: 'jiangyu',
    when: [2, '8:10'],
    kind: 'correction',
    termId: 'cold-soak',
    word: '冷浸',
    words: '大庆这边一般停 12 个小时以上，可以把时间写进去。',
  },
  {
    by: 'suyutong',
    when: [0, '7:30'],
    kind: 'word',
    word: 'DTS',
    words: '尺寸技术规范，装配间隙和面差都看它。质量和总装天天说。',
  },
  {
    by: 'linxiaochuan',
    when: [9, '12:40'],
    kind: 'word',
    word: '零损工',
    words: '成都工厂 500 天的那个「零损工」，好多人来问是什么意思。',
    answer: { state: 'accepted', reason: '正好用得上，收在「公司与职能」里了。', when: [8, '10:05'] },
  },
  {
    by: 'linxiaochuan',
    when: [30, '9:15'],
    kind: 'word',
    word: '拉齐',
    words: '开会常说「拉齐一下」。',
    answer: {
      state: 'refused',
      reason: '这是口头语，哪家公司都说，词库先收我们自己的词。',
      when: [29, '9:40'],
    },
  },
]

export function suggestionsOf({ calendar, chance, who }: World): SuggestionDocument[] {
  return told.map(({ by, when, kind, termId = null, word, words, answer }) => {
    const at = calendar.at(...when)
    return {
      _id: chance.id(at),
      kind,
      termId,
      word,
      words,
      by: personOf(who(by)),
      at,
      state: answer?.state ?? 'open',
      answer: answer
        ? { reason: answer.reason, by: who('mengchuan').name, at: calendar.at(...answer.when) }
        : null,
    }
  })
}

/** What of everybody's suggestions still waits; without it nobody is told of the answer. */
export function suggestersOf(suggestions: readonly SuggestionDocument[]): SuggesterDocument[] {
  const authors = [...new Set(suggestions.map(({ by }) => by.employeeId))]
  return authors.map(_id => ({
    _id,
    openIds: suggestions.filter(one => one.by.employeeId === _id && one.state === 'open').map(one => one._id),
  }))
}
