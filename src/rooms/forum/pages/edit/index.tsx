import { editMinutesLeft } from '@domain/forum/editing'
import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { api, clockOffsetMs, useCommand, useQueryOf, useServerNow } from '@/api'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { calledIn } from '../../calling'
import { SilenceLine } from '../../components/SilenceLine'
import type { Post } from '../../post'
import { useMentioning } from '../../useMentioning'
import { type Draft, emptyDraft } from '../compose/draft'
import { Pictures } from '../compose/Pictures'
import { PollEditor } from '../compose/PollEditor'
import { pollDraftOf, pollInput, pollProblem } from '../compose/pollDraft'
import { type Problems, problemsOf } from '../compose/problems'
import { Tools } from '../compose/Tools'
import { usePictures } from '../compose/usePictures'
import { Words } from '../compose/Words'
import { OnePostSkeleton } from '../post/OnePostSkeleton'
import '../compose/compose.scss'

const draftOf = ({ boardId, title, body, images, mentions, poll }: Post): Draft => ({
  boardId,
  title,
  body,
  images: images.map(({ fileId, width, height }) => ({ fileId, width, height })),
  mentions,
  poll: poll && pollDraftOf(poll),
  card: null,
})

/** The post as it is being changed; until the first stroke it is as it is. */
function useRevision(post: Post | undefined) {
  const [changed, setChanged] = useState<Draft>()
  const original = post ? draftOf(post) : emptyDraft
  const draft = changed ?? original
  const change = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
    setChanged((before = original) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))
  return { draft, change, isChanged: changed !== undefined }
}

/** Sends what was changed: the pictures that stay by their ids, and those that are new. */
function useSave(post: Post | undefined, draft: Draft, busy: boolean) {
  const [tried, setTried] = useState(false)
  const command = useCommand(api.forum.editPost, {
    outdates: [api.forum.openPost, api.forum.openFeed, api.forum.listMine, api.forum.openEdits],
    onDone: () => {
      toast.show('改好了')
      void goBack()
    },
  })
  // What has votes stays as it is, and is not sent.
  const poll = post?.poll?.voters === 0 ? draft.poll : null
  const problems: Problems = { ...problemsOf(draft), poll: pollProblem(poll, Date.now()) }
  const save = async () => {
    setTried(true)
    const problem = problems.title ?? problems.body ?? problems.poll
    if (problem) return toast.show(problem)
    if (busy) return toast.show('图片还没传完，稍等一下')
    if (!post) return
    const before = new Set(post.images.map(({ fileId }) => fileId))
    await command.run({
      postId: post.postId,
      mentionIds: calledIn(draft),
      title: draft.title.trim(),
      body: draft.body.trim(),
      keptFileIds: draft.images.map(({ fileId }) => fileId).filter(fileId => before.has(fileId)),
      images: draft.images.filter(({ fileId }) => !before.has(fileId)),
      ...(poll ? { poll: pollInput(poll) } : {}),
    })
  }
  return { save, problems: tried ? problems : {} }
}

function sayLeft(minutes: number): string {
  return minutes > 0 ? `还能改 ${minutes} 分钟，以前的版本大家看得到` : '已经过了能改的时间'
}

export default function EditPage() {
  const postId = useRouter().params.postId ?? ''
  const query = useQueryOf(api.forum.openPost, { postId })
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  const post = query.data?.post
  const isSilent = Boolean(query.data?.silence)
  const { draft, change, isChanged } = useRevision(post)
  const mentioning = useMentioning(draft, change)
  const pictures = usePictures(draft, change)
  const { save, problems } = useSave(post, draft, pictures.uploads.length > 0)
  const left = post ? editMinutesLeft(post.postedAt, now) : 0
  const bar = post ? (
    <BottomBar consequence={sayLeft(left)}>
      <Tools draft={draft} mentioning={mentioning} onChange={change} />
      <Button disabled={!isChanged || left === 0 || isSilent} onTap={save}>
        保存
      </Button>
    </BottomBar>
  ) : null
  return (
    <Screen paper nav={<Nav title="修改帖子" close />} query={query} skeleton={<OnePostSkeleton />} bar={bar}>
      {({ post: shown, silence }) => (
        <View className="compose">
          {silence ? <SilenceLine silence={silence} now={now} /> : null}
          <Words
            draft={draft}
            problems={problems}
            onChange={part => {
              change(part)
              if (part.body !== undefined) mentioning.listen(part.body)
            }}
          />
          <Pictures
            images={draft.images}
            uploads={pictures.uploads}
            onAdd={pictures.add}
            onRetry={pictures.retry}
            onDismiss={pictures.dismiss}
            onRemove={pictures.remove}
          />
          {draft.poll && shown.poll?.voters === 0 ? (
            <View className="mt-16">
              <PollEditor
                poll={draft.poll}
                now={now}
                problem={problems.poll}
                onChange={poll => change({ poll })}
              />
            </View>
          ) : null}
          {shown.poll && shown.poll.voters > 0 ? (
            <View className="t12 secondary mt-16">已经有 {shown.poll.voters} 人投票，标题和选项不能再改</View>
          ) : null}
        </View>
      )}
    </Screen>
  )
}
