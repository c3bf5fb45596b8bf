import { isOpenTo } from '@domain/forum/standing'
import type { Voice } from '@domain/forum/voices'
import { limits } from '@domain/kernel/limits'
import { useQueryClient } from '@tanstack/react-query'
import { Textarea, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, callerScope, useCommand } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { ShareButton } from '@/rooms/ShareButton'
import { useDraft } from '@/rooms/useDraft'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { type Calling, calledIn } from '../../calling'
import { MentionSheet } from '../../components/MentionSheet'
import { SilenceLine } from '../../components/SilenceLine'
import { VoiceChips } from '../../components/VoiceChips'
import { type Comment, type Post, type Silence, standingOf } from '../../post'
import { changePost } from '../../postCache'
import { sayRefusal } from '../../until'
import { favourite, like, useMark } from '../../useMark'
import { useMentioning } from '../../useMentioning'

const LABEL = '写评论'
const NOTHING: { words: string; mentions: Calling['mentions'] } = { words: '', mentions: [] }

interface PostBarProps {
  post: Post
  /** The official accounts that the reader may answer as. */
  voices: readonly Voice[]
  /** Why the reader may not comment now; null: they may. */
  silence: Silence | null
  /** The server's present. */
  now: number
  /** Above 1 while a comment earns a multiple. */
  multiplier: number
  /** The comment that is answered; undefined: the post itself. */
  answering: Comment | undefined
  onAnswerEnd: () => void
  onWritten: (comment: Comment) => void
  /** In the place of the post's own marks: those of what it stands beside. */
  marks?: ReactNode
}

/** Whom the words go to, and the way back to commenting on the post. */
function Answering({ comment, onEnd }: { comment: Comment; onEnd: () => void }) {
  return (
    <View className="post-bar__answering">
      <View className="grow clamp-1">
        回复 {comment.author.name}：{comment.body}
      </View>
      <View className="post-bar__answering-end" {...tappable('不回复了')} onClick={onEnd}>
        <Icon name="close" size={16} />
      </View>
    </View>
  )
}

/** A heart or a star in the bar, and how many there are. */
export function Mark({
  mark,
}: {
  mark: Pick<ReturnType<typeof useMark>, 'on' | 'count' | 'icon' | 'label' | 'toggle'>
}) {
  const { on, count, icon, label, toggle } = mark
  return (
    <View
      className={`post-bar__mark${on ? ' post-bar__mark--on' : ''}`}
      {...tappable(label)}
      {...ariaState({ pressed: on })}
      onClick={toggle}
    >
      <Icon name={icon} filled={on} />
      {count}
    </View>
  )
}

function OwnMarks({ post }: { post: Post }) {
  const liking = useMark(like, post)
  const keeping = useMark(favourite, post)
  return (
    <>
      <Mark mark={liking} />
      <Mark mark={keeping} />
    </>
  )
}

/** Under what an account has said, whoever speaks for it answers as the account until they choose otherwise. */
function hostVoice({ author }: Post, voices: readonly Voice[]): string | undefined {
  return voices.find(({ accountId }) => author.official && accountId === author.employeeId)?.accountId
}

/** What is chosen already stands where it is in sight. */
function hostFirst(post: Post, voices: readonly Voice[]): Voice[] {
  const host = hostVoice(post, voices)
  return [...voices].sort((a, b) => Number(b.accountId === host) - Number(a.accountId === host))
}

/** What is being written under one post, and sending it: it is kept until it has arrived, also when the page is left. */
function useWords({
  post,
  answering,
  onAnswerEnd,
  onWritten,
  voices,
}: Pick<PostBarProps, 'post' | 'answering' | 'onAnswerEnd' | 'onWritten' | 'voices'>) {
  const client = useQueryClient()
  const { draft, change, drop } = useDraft(`comment.${callerScope()}.${post.postId}`, NOTHING)
  const { words, mentions } = draft
  const [accountId, setAccountId] = useState(() => hostVoice(post, voices))
  const [sent, setSent] = useState(0)
  const [refusal, setRefusal] = useState<string>()
  const command = useCommand(api.forum.addComment, {
    outdates: [
      api.coin.openStatement,
      api.coin.openEarning,
      api.identity.openSession,
      api.identity.openProfile,
    ],
    onDone: ({ comment, comments, earned }) => {
      drop()
      setSent(sent + 1)
      onWritten(comment)
      onAnswerEnd()
      changePost(client, post.postId, shown => ({ ...shown, comments }))
      if (earned) showEarned(earned)
    },
    onError: error => {
      if (error.code === 'CONTENT_REJECTED') {
        setRefusal(error.message)
        return true
      }
      if (error.kind !== 'limited') return false
      toast.show(sayRefusal(error, Date.now()))
      return true
    },
  })
  const body = words.trim()
  const send = () =>
    command.run({
      postId: post.postId,
      body,
      mentionIds: calledIn({ body, mentions }),
      ...(answering ? { answersId: answering.commentId } : {}),
      ...(accountId === undefined ? {} : { accountId }),
    })
  const mentioning = useMentioning({ body: words, mentions }, ({ body: called, mentions }) => {
    if (called.length > limits.commentMax) toast.show('字数满了，删几个字再 @')
    else change({ words: called, mentions })
  })
  const setWords = (written: string) => {
    // A message lies where the bar grows to.
    toast.clear()
    setRefusal(undefined)
    mentioning.listen(written)
    if (written === '') drop()
    else change({ words: written })
  }
  return { words, setWords, mentioning, sent, refusal, isBlank: body === '', send, accountId, setAccountId }
}

interface WordsBoxProps {
  words: string
  /** Whether the words go to a comment, and the keyboard comes by itself. */
  answers: boolean
  onWords: (words: string) => void
}

function WordsBox({ words, answers, onWords }: WordsBoxProps) {
  const box = useInnerLabel<unknown>(LABEL)
  return (
    <Textarea
      ref={box}
      className="post-bar__input"
      placeholderClass="post-bar__placeholder"
      value={words}
      placeholder={answers ? '写回复' : '说点真诚的'}
      focus={answers}
      maxlength={limits.commentMax}
      autoHeight
      fixed
      showConfirmBar={false}
      cursorSpacing={24}
      aria-label={LABEL}
      onInput={event => onWords(event.detail.value)}
    />
  )
}

/** The marks of the post, or of what it stands beside. */
function Marks({ post, marks }: Pick<PostBarProps, 'post' | 'marks'>) {
  return (
    <>
      {marks ?? (isOpenTo('mark', standingOf(post)) ? <OwnMarks post={post} /> : null)}
      <ShareButton />
    </>
  )
}

/** Where a comment or an answer is written, and the marks of the post beside it. */
export function PostBar(props: PostBarProps) {
  return props.silence ? <SilentBar {...props} silence={props.silence} /> : <WritingBar {...props} />
}

/** In the place of the box whoever is muted reads until when; what they had begun is kept for later. */
function SilentBar({ post, marks, silence, now }: PostBarProps & { silence: Silence }) {
  return (
    <BottomBar>
      <View className="post-bar">
        <SilenceLine silence={silence} now={now} />
        <View className="post-bar__line post-bar__line--silent">
          <Marks post={post} marks={marks} />
        </View>
      </View>
    </BottomBar>
  )
}

function WritingBar(props: PostBarProps) {
  const { post, voices, multiplier, answering, onAnswerEnd, marks } = props
  const { words, setWords, mentioning, sent, refusal, isBlank, send, accountId, setAccountId } =
    useWords(props)
  return (
    <BottomBar>
      <View className="post-bar">
        {answering ? <Answering comment={answering} onEnd={onAnswerEnd} /> : null}
        {isBlank ? null : (
          <VoiceChips voices={hostFirst(post, voices)} accountId={accountId} onChoose={setAccountId} />
        )}
        {refusal ? (
          <View className="post-bar__refusal" {...spokenAs('alert')}>
            {refusal}
          </View>
        ) : null}
        <View className="post-bar__line">
          <View className="post-bar__box">
            {/* A box that grew to its limit does not shrink by itself in a browser: the next words get a new one. */}
            <WordsBox key={sent} words={words} answers={answering !== undefined} onWords={setWords} />
            {multiplier > 1 && isBlank ? (
              <View className="post-bar__times" aria-label={`现在评论沃币 ${multiplier} 倍`}>
                <Icon name="coin" size={16} />×{multiplier}
              </View>
            ) : null}
          </View>
          {isBlank ? (
            <Marks post={post} marks={marks} />
          ) : (
            <>
              <View className="post-bar__at" {...tappable('提到同事')} onClick={mentioning.ask}>
                <Icon name="at" />
              </View>
              <View className="post-bar__send">
                <Button size="small" onTap={send}>
                  发送
                </Button>
              </View>
            </>
          )}
        </View>
      </View>
      <MentionSheet {...mentioning.sheet} />
    </BottomBar>
  )
}
