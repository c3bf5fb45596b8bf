import { charactersOf } from '../kernel/characters'
import { grouped } from '../kernel/grouped'

/** How much of a title or comment the statement quotes. */
const QUOTED_CHARACTERS = 12

/** 「带两个孩子露营…」, cut at twelve characters as people count them. */
export function quoted(text: string): string {
  const all = charactersOf(text.replace(/\s+/g, ' '))
  const shown = all.slice(0, QUOTED_CHARACTERS).join('')
  return `「${shown}${all.length > QUOTED_CHARACTERS ? '…' : ''}」`
}

/** A sentence with its stop, whether or not whoever wrote it has put one. */
function ended(sentence: string): string {
  return /[。！？!?.…]$/.test(sentence) ? sentence : `${sentence}。`
}

/** What a moderator's notices call a thing. */
const kindNames = { post: '帖子', comment: '评论' } as const
type Kind = keyof typeof kindNames

/** What the statement calls the line that a publication earned, and the one that took it back. */
export const statementTitle = {
  posted: (title: string) => `发帖${quoted(title)}`,
  featured: (title: string) => `精华${quoted(title)}`,
  commented: (body: string) => `评论${quoted(body)}`,
  liked: (kind: Kind, text: string) => `${kindNames[kind]}${quoted(text)}被赞`,
  deleted: (text: string) => `${quoted(text)}已删除`,
  removed: (text: string) => `${quoted(text)}被移除`,
  restored: (text: string) => `${quoted(text)}申诉后恢复`,
}

/** Why coins went back when the author took the publication back. */
export const deletedByAuthor = '自己删除'

interface Told {
  title: string
  body: string
}

interface About {
  kind: Kind
  /** The title of a post, the words of a comment. */
  text: string
}

interface Removal extends About {
  reason: string
  /** Whole coins that went back with it. */
  reversed: number
  /** 0: a warning. */
  muteDays: number
  /** Whether it counts against its author; absent: it does. */
  offence?: boolean
  /** Whether it is the talk beside a thing of another room, which stays; absent: it is not. */
  beside?: boolean
  /** Whether its author can still appeal: once for each thing. */
  appealable: boolean
}

/** What the author of a removed publication reads in the inbox. */
export function removalNotice(removal: Removal): Told {
  const { kind, text, reason, reversed, muteDays, offence = true, beside = false, appealable } = removal
  const coins = reversed > 0 ? `收回 ${grouped(reversed)} 沃币` : ''
  const mute = muteDays > 0 ? `停言 ${muteDays} 天` : ''
  const blame = offence ? '' : '不算你违规'
  const also = [coins, mute, blame].filter(Boolean).join('，')
  return {
    title: beside ? `${quoted(text)}下面的讨论关掉了` : `你的${kindNames[kind]}${quoted(text)}被移除`,
    body: `理由：${ended(reason)}${also === '' ? '' : `${also}。`}${appealable ? '7 天内可以申诉一次。' : '之前已经申诉过，这次不能再申诉。'}`,
  }
}

/** What an author reads of whose pictures WeChat has refused some. */
export function refusedPicturesNotice({ title, refused }: { title: string; refused: number }): Told {
  return {
    title: `你的帖子${quoted(title)}有 ${refused} 张图片没有通过检查`,
    body: '文字和别的图片都在，没通过的同事看不到。发出 30 分钟内可以修改，换一张。',
  }
}

/** What an author reads whose publication reports have hidden. */
export function hiddenNotice({ kind, text }: About): Told {
  return {
    title: `你的${kindNames[kind]}${quoted(text)}暂时隐去了`,
    body: '有几位同事举报，现在只有你和版主看得到，24 小时内会有答复。',
  }
}

/** What an author reads whose publication a moderator has looked at and kept. */
export function keptNotice({ kind, text }: About): Told {
  return {
    title: `你的${kindNames[kind]}${quoted(text)}可以看到了`,
    body: '版主看过，没有问题，同事们现在都看得到。',
  }
}

interface Answer extends About {
  reason: string
  /** Whole coins that came back. */
  repaid: number
}

/** What an author reads whose appeal was right. */
export function restoredNotice({ kind, text, reason, repaid }: Answer): Told {
  const coins = repaid > 0 ? `补回 ${grouped(repaid)} 沃币。` : ''
  return { title: `申诉通过，${kindNames[kind]}${quoted(text)}恢复了`, body: `${ended(reason)}${coins}` }
}

/** What an author reads whose appeal was not. */
export function upheldNotice({ kind, text, reason }: Omit<Answer, 'repaid'>): Told {
  return { title: `申诉没有通过，${kindNames[kind]}${quoted(text)}维持移除`, body: `理由：${reason}` }
}

const outcomeWords = {
  upheld: '版主移除了它，谢谢你帮大家看着。',
  dismissed: '版主看过，觉得可以保留。',
  void: '作者申诉后恢复了，这次不计入你的举报准确率。',
} as const

/** What somebody reads who has reported it. */
export function outcomeNotice({ kind, text }: About, outcome: keyof typeof outcomeWords): Told {
  return { title: `你举报的${kindNames[kind]}${quoted(text)}有结果了`, body: outcomeWords[outcome] }
}

/** What the author of a featured post reads in the inbox. */
export function featuredNotice({ title, amount }: { title: string; amount: number }): {
  title: string
  body: string
} {
  const coins = amount > 0 ? `，得到 ${grouped(amount)} 沃币` : ''
  return { title: `你的帖子${quoted(title)}成了精华`, body: `更多同事会看到它${coins}` }
}
