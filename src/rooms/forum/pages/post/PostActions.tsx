import { isEditable } from '@domain/forum/editing'
import { isOpenTo, type PostDeed } from '@domain/forum/standing'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { ShareButton } from '@/rooms/ShareButton'
import { Button } from '@/ui/button/Button'
import { goBack } from '@/ui/nav/Nav'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { HeatSheet } from '../../components/HeatSheet'
import { ReasonSheet } from '../../components/ReasonSheet'
import { ReportSheet } from '../../components/ReportSheet'
import { deletionQueries } from '../../outdated'
import { type Post, standingOf } from '../../post'
import { changePost } from '../../postCache'
import { Choosing } from './Choosing'

interface PostActionsProps {
  post: Post
  canModerate: boolean
  canFeature: boolean
  /** The server's present. */
  now: number
  open: boolean
  onClose: () => void
}

interface PostSheetProps extends PostActionsProps {
  onAsk: () => void
  onDelete: () => unknown
  onReport: () => void
  onRemove: () => void
}

function PostSheet(props: PostSheetProps) {
  const { post, canModerate, canFeature, now, open, onClose, onAsk, onDelete, onReport, onRemove } = props
  const may = (deed: PostDeed) => isOpenTo(deed, standingOf(post))
  return (
    <Sheet open={open} title="这篇帖子" onClose={onClose}>
      <View className="column gap-12">
        {may('mark') ? (
          <Button kind="secondary" block icon="flame" onTap={onAsk}>
            为什么热
          </Button>
        ) : null}
        <ShareButton worded />
        {canFeature && may('choose') ? <Choosing post={post} onClose={onClose} /> : null}
        {post.mine && may('edit') && isEditable(post.postedAt, now) ? (
          <Button
            kind="secondary"
            block
            icon="pen"
            onTap={() => {
              onClose()
              openPage('forum/edit', { postId: post.postId })
            }}
          >
            修改
          </Button>
        ) : null}
        {post.mine && may('delete') ? (
          <Button kind="danger" block icon="trash" onTap={onDelete}>
            删除我的帖子
          </Button>
        ) : null}
        {post.mine ? null : (
          <Button kind="secondary" block icon="flag" onTap={onReport}>
            举报这篇帖子
          </Button>
        )}
        {!post.mine && canModerate ? (
          <Button kind="danger" block icon="shield" onTap={onRemove}>
            移除这篇帖子
          </Button>
        ) : null}
      </View>
    </Sheet>
  )
}

/**
 * What can be asked about a post, and taking it back: one's own with a few seconds to think again, another's with a
 * reason; or reporting it.
 */
export function PostActions(props: PostActionsProps) {
  const { post, onClose } = props
  const client = useQueryClient()
  const [removing, setRemoving] = useState(false)
  const [asking, setAsking] = useState(false)
  const [reporting, setReporting] = useState(false)
  const removal = useCommand(api.forum.removePost)
  const { postId } = post

  const deleteOwn = async () => {
    onClose()
    const showAgain = changePost(client, postId, () => null)
    await goBack()
    holdCommand(
      api.forum.deletePost,
      { postId },
      {
        ids: [postId],
        subject: `删除「${post.title}」`,
        outdates: deletionQueries,
        said: '帖子已删除',
        after: '数到 0 就扣回它得到的沃币',
        onUndo: showAgain,
        tooLate: '已经删掉了，想说的话可以再发一次',
      },
    )
  }
  const remove = async (reason: string) => {
    const removed = await removal.run({ postId, reason })
    if (!removed) return
    setRemoving(false)
    changePost(client, postId, () => null)
    await goBack()
    toast.show(`已移除，扣回 ${removed.reversed} 沃币`)
  }
  return (
    <>
      <PostSheet
        {...props}
        onAsk={() => {
          onClose()
          setAsking(true)
        }}
        onDelete={deleteOwn}
        onReport={() => {
          onClose()
          setReporting(true)
        }}
        onRemove={() => {
          onClose()
          setRemoving(true)
        }}
      />
      <HeatSheet postId={postId} open={asking} onClose={() => setAsking(false)} />
      <ReasonSheet
        open={removing}
        title="移除这篇帖子"
        onClose={() => setRemoving(false)}
        onConfirm={remove}
      />
      <ReportSheet open={reporting} kind="post" id={postId} onClose={() => setReporting(false)} />
    </>
  )
}
