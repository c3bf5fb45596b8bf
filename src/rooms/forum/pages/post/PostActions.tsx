import { isEditable } from '@domain/forum/editing'
import { isOpenTo, type PostDeed } from '@domain/forum/standing'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { ShareButton } from '@/rooms/ShareButton'
import { Button } from '@/ui/button/Button'
import { goBack } from '@/ui/nav/Nav'
import { Sheet } from '@/ui/sheet/Sheet'
import { HeatSheet } from '../../components/HeatSheet'
import { MODERATED_UNDO_SECONDS, type Penalty } from '../../components/RemoveSheet'
import { RemoveUnreported } from '../../components/RemoveUnreported'
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
  const isWarm = post.likes + post.comments + post.favourites > 0
  return (
    <Sheet open={open} title="这篇帖子" onClose={onClose}>
      <View className="column gap-12">
        {may('mark') && isWarm ? (
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

/** Both ways of taking a post back: it is out of sight at once, with a few seconds to think again. */
function useTakingBack({ postId, title }: Post, onLeave: () => void) {
  const client = useQueryClient()
  /** Out of sight at once, and in sight again when somebody has thought again. */
  const leave = async () => {
    onLeave()
    const onUndo = changePost(client, postId, () => null)
    await goBack()
    return { ids: [postId], outdates: deletionQueries, onUndo }
  }
  const deleteOwn = async () => {
    const left = await leave()
    holdCommand(
      api.forum.deletePost,
      { postId },
      {
        ...left,
        subject: `删除「${title}」`,
        said: '帖子已删除',
        after: '数到 0 就扣回它得到的沃币',
        tooLate: '已经删掉了，想说的话可以再发一次',
      },
    )
  }
  const remove = async (reason: string, penalty: Penalty) => {
    const left = await leave()
    holdCommand(
      api.forum.removePost,
      { postId, reason, ...penalty },
      {
        ...left,
        subject: `移除「${title}」`,
        said: '帖子已移除',
        after: '数到 0 就扣回沃币并通知作者',
        seconds: MODERATED_UNDO_SECONDS,
        tooLate: '已经移除了，作者可以申诉',
      },
    )
  }
  return { deleteOwn, remove }
}

/**
 * What can be asked about a post, and taking it back: one's own with a few seconds to think again, another's with a
 * reason; or reporting it.
 */
export function PostActions(props: PostActionsProps) {
  const { post, onClose } = props
  const [removing, setRemoving] = useState(false)
  const [asking, setAsking] = useState(false)
  const [reporting, setReporting] = useState(false)

  const { deleteOwn, remove } = useTakingBack(post, () => {
    onClose()
    setRemoving(false)
  })
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
      <HeatSheet postId={post.postId} open={asking} onClose={() => setAsking(false)} />
      <RemoveUnreported
        kind="post"
        id={removing ? post.postId : undefined}
        onClose={() => setRemoving(false)}
        onRemove={remove}
      />
      <ReportSheet open={reporting} kind="post" id={post.postId} onClose={() => setReporting(false)} />
    </>
  )
}
