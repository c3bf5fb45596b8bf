import type { Permission } from '@domain/access/roles'
import { ACCOUNTS_MAX } from '@domain/forum/accounts'
import type { Applause } from '@domain/forum/applause'
import type { CardTargetView } from '@domain/forum/cards'
import type { ImageState } from '@domain/forum/images'
import type { Said, Saying } from '@domain/forum/pace'
import type { ReportOutcome, ReportReason } from '@domain/forum/reports'
import type { Review } from '@domain/forum/review'
import type { Showing } from '@domain/forum/showing'
import type { PublicationState } from '@domain/forum/standing'
import type { Voice } from '@domain/forum/voices'
import type { Author, Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document, type Find } from '@platform/collection'
import type * as z from 'zod'
import type { StoredPoll } from './polls'

export interface BoardDocument extends Document {
  name: string
  closed: boolean
  /** Where it stands among the boards, the smallest first. */
  order: number
  /** What was last on top of it; of those that have come down some may still stand here. Absent: nothing ever was. */
  pinnedIds?: string[]
}

export interface Withdrawal {
  by: string
  reason: string
  at: Instant
}

/** What posts and comments have in common. The author is as they were when they wrote. */
interface Publication extends Document {
  author: z.output<typeof Author>
  /** The official account that said it, by whoever is its author; absent: the author for themselves. */
  voice?: Voice
  body: string
  state: PublicationState
  /** Who took it back and why; null while it is live. */
  withdrawal: Withdrawal | null
  /** Whether an appeal has brought it back, with its coins; absent before. */
  restored?: boolean
  postedAt: Instant
}

export interface StoredImage {
  /** The community's own copy of what was uploaded: see `pictures.ts`. */
  fileId: string
  /** WeChat's name for its check of this picture; the verdict comes with it. */
  traceId: string
  state: ImageState
  width?: number
  height?: number
}

/** What is liked, answered, and ranked by both: see `ranks.ts`. */
export interface Ranked extends Publication {
  /** Who likes it, each once, and how many they are: both change in one update, so that the number is exact. */
  likers: string[]
  likes: number
  /** When somebody last liked it or took that back, by the clock of the execution; absent before. */
  likedAt?: Instant
  /** How often anybody has ever liked it: unlike `likes` it never falls. Absent before the first time. */
  likings?: number
  /** Whether somebody has liked it since the timer last paid its author for likes. */
  esteemDue?: boolean
  /** Who keeps it among their favourites, in the same way; posts alone. */
  savers?: string[]
  favourites?: number
  /** Comments or replies ever written under it, and those of them that were taken back: neither ever falls. */
  written: number
  withdrawn: number
  /** Follows likes and what is written; the hottest sorts last. */
  heatKey: string
  /** Whether a counter has changed since without it; the timer brings it up to date. */
  heatDue: boolean
}

/** When and to whom the thing is shown that a post stands beside. */
export interface Beside {
  /** The audience's key. */
  shownTo: string
  shownFrom: Instant
  /** Whoever has it sees the thing before, and whomever it is for. */
  overseenBy: Permission
}

/** Ids are ULIDs, so that the newest sorts last. */
export interface PostDocument extends Ranked {
  boardId: string
  /** Where it is from; absent: where its author was. */
  site?: string
  title: string
  images: StoredImage[]
  /** The topics that its text names. */
  topics: { topicId: string; name: string }[]
  /** The same topics, for the index. */
  topicIds: string[]
  /** Topics that it named before it was changed. */
  pastTopicIds?: string[]
  /** When it was published, changed, taken back or given back, by the clock of the execution: the timer counts what changed. */
  changedAt?: Instant
  /** Colleagues whom its text calls. */
  mentions: { employeeId: string; name: string }[]
  /** Everybody whom it has ever called, each told once; absent: nobody but those. */
  calledIds?: string[]
  /** What it asks; null or absent: nothing. */
  poll?: StoredPoll | null
  /** What it points at in another room; null or absent: nothing. */
  card?: CardTargetView | null
  /** Of what stands beside a thing of another room: as that is shown. Absent: to everybody, at once. */
  beside?: Beside
  /** Whether that room has closed it, whatever moderators say of it. Absent: no. */
  closed?: boolean
  savers: string[]
  favourites: number
  /** How many others have read it, as the timer has counted them; absent: nobody yet. */
  readers?: number
  /** When and which post was featured, as one key that sorts; empty while it is not. */
  featuredKey: string
  /** Whether it has ever been: its author has earned by it. */
  wasFeatured: boolean
  /** Since when it stands on top of its board; null while it does not. */
  pinnedAt: Instant | null
  /** When its author last changed it, and how often. */
  editedAt: Instant | null
  edits: number
}

/** A post as it was before a change. The id ends in the number of the change, so that the latest sorts last. */
export interface EditDocument extends Document {
  postId: string
  title: string
  body: string
  pictures: number
  writtenAt: Instant
}

export interface CommentDocument extends Ranked {
  postId: string
  /** The comment of the first level that a reply stands under; null for one of the first level itself. */
  parentId: string | null
  /** The reply that a reply answers, and who said it if not an account; null where it answers the comment above. */
  answers: { commentId: string; name: string; employeeId?: string } | null
  /** Colleagues whom its text calls; absent: nobody. */
  mentions?: { employeeId: string; name: string }[]
  /** `parentId` again for a reply that is shown before somebody asks for the rest. */
  earlyOf: string | null
  /** Whether it stands in the post's list: the first level, live or with replies that are. */
  listed: boolean
  /** When it was written or taken back, by the clock of the execution: the timer counts what changed. */
  changedAt: Instant
}

/** How far the timer has come with counting: whatever changed before is in the counters. */
export interface ProgressDocument extends Document {
  countedTo: Instant
}

export const PROGRESS_ID = 'comments'

/** What WeChat said of a picture, until it is written to the picture's post. The id is the trace id. */
export interface VerdictDocument extends Document {
  state: 'passed' | 'blocked' | 'doubted'
  at: Instant
}

/** Something that posts are about, named by whoever named it first. The id is of its name: see `topicIdOf`. */
export interface TopicDocument extends Document {
  name: string
  /** What it is found by. */
  terms: string[]
  /** Who follows it, each once, and how many they are. */
  followers: string[]
  followed: number
  /** How many posts the timer has counted; absent before. */
  posts?: number
  /** Broadcasts that belong to it; absent: there never was one. */
  showings?: Showing[]
  /** It came with a broadcast, and nobody has posted about it yet: see `isThere`. */
  announced?: boolean
  createdAt: Instant
}

/** The topics that are talked about, the hottest first, as the timer last ranked them. */
export interface RankingDocument extends Document {
  at: Instant
  /** When the last hour of heat was noted. */
  hourAt: Instant
  entries: {
    topicId: string
    name: string
    posts: number
    heat: number
    /** Its rank the time before; null: it was not there. */
    rankBefore: number | null
    /** Its heat at the last hours, the latest last. */
    history: number[]
  }[]
}

export const TOPICS_RANKING_ID = 'topics'

/** What a post is found by; the id is the post's. */
export interface SearchDocument extends Document {
  terms: string[]
}

/** An account of the company or the union; an association's is the association itself. */
export interface AccountDocument extends Document {
  name: string
  intro: string
  /** Where it stands among the accounts, the smallest first. */
  order: number
}

/** What one person follows, colleagues and accounts among the people; the id is the employee number. */
export interface FollowsDocument extends Document {
  topics: string[]
  people: string[]
}

/** How one thing stands with the moderators: `reviewIdOf`. */
export interface ReviewDocument extends Review<z.output<typeof Author>>, Document {
  /** What moderators find it by: see `reviewTerms.ts`. */
  terms: string[]
}

/** One person's report of one thing; the id is of both, `<review>.<employee number>`, so that there is one. */
export interface ReportDocument extends Document {
  reviewId: string
  round: number
  reporter: z.output<typeof Person>
  reason: ReportReason
  /** What the reporter says to the moderators; absent: no more than the reason. */
  note?: string
  at: Instant
  /** The reporter's record when they reported, by which the report was weighed. */
  upheld: number
  decided: number
  outcome: ReportOutcome
}

/** What an author has been told of likes; the id is of the thing, `post.<id>` or `comment.<id>`. */
export interface ApplauseDocument extends Document, Applause {}

/** Pictures that nobody is to see any more and that may still lie in storage. */
export interface DroppedDocument extends Document {
  fileIds: string[]
  at: Instant
}

/** What somebody has published of late, or tried to; the id is the employee number. What was taken back counts as well. */
export interface PaceDocument extends Document, Record<Saying, SaidNote[]> {
  /** Grows with each, so that of two that come at once the second is judged by the first too. */
  revision: number
}

/** Something that was said: `words` is a hash, so that comparing reads no text. */
export interface SaidNote extends Said {
  /** Of the post, the comment, the change to a post or the report. */
  id: string
  /** The receipt of the command that is to say it: its result tells whether it was said. */
  receiptId?: string
  /** An execution has failed after this was noted; whether it was said after all says the receipt. */
  failed?: boolean
}

export const boards = collection<BoardDocument>('forum_boards')
export const posts = collection<PostDocument>('forum_posts')
export const comments = collection<CommentDocument>('forum_comments')
export const edits = collection<EditDocument>('forum_edits')
export const progress = collection<ProgressDocument>('forum_progress')
export const topics = collection<TopicDocument>('forum_topics')
export const rankings = collection<RankingDocument>('forum_rankings')
export const searches = collection<SearchDocument>('forum_searches')
export const accounts = collection<AccountDocument>('forum_accounts')
/** All of them, in their order. */
export const ACCOUNTS_ORDER = {
  where: {},
  orderBy: [['order', 'asc']],
  limit: ACCOUNTS_MAX,
} as const satisfies Find<AccountDocument>
export const follows = collection<FollowsDocument>('forum_follows')
export const paces = collection<PaceDocument>('forum_paces')
export const dropped = collection<DroppedDocument>('forum_dropped')
export const verdicts = collection<VerdictDocument>('forum_verdicts')
export const reviews = collection<ReviewDocument>('forum_reviews')
export const reports = collection<ReportDocument>('forum_reports')
export const applauses = collection<ApplauseDocument>('forum_applauses')
