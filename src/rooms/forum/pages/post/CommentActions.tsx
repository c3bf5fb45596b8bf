import { useState } from 'react'
import { api, holdCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { MODERATED_UNDO_SECONDS, type Penalty } from '../../components/RemoveSheet'
import { RemoveUnreported } from '../../components/RemoveUnreported'
import { ReportSheet } from '../../components/ReportSheet'
import { deletionQueries } from '../../outdated'
import type { Comment } from '../../post'

interface CommentActionsProps {
  /** The one whose menu is open. */
  comment: Comment | undefined
  canModerate: boolean
  /** Out of sight and out of the count, or back again. */
  onHide: (commentId: string, hidden: boolean) => void
  onClose: () => void
}

interface CommentSheetProps extends Pick<CommentActionsProps, 'comment' | 'canModerate' | 'onClose'> {
  onDelete: (own: Comment) => void
  onRemove: (target: Comment) => void
  onReport: (target: Comment) => void
}

function CommentSheet(props: CommentSheetProps) {
  const { comment, canModerate, onDelete, onRemove, onReport, onClose } = props
  const leadOn = (next: (target: Comment) => void, target: Comment) => {
    onClose()
    next(target)
  }
  return (
    <Sheet open={comment !== undefined} title="这条评论" onClose={onClose}>
      {comment?.mine ? (
        <Button kind="danger" block icon="trash" onTap={() => onDelete(comment)}>
          删除我的评论
        </Button>
      ) : null}
      {comment && !comment.mine ? (
        <Button kind="secondary" block icon="flag" onTap={() => leadOn(onReport, comment)}>
          举报这条评论
        </Button>
      ) : null}
      {comment && !comment.mine && canModerate ? (
        <Button kind="danger" block icon="shield" onTap={() => leadOn(onRemove, comment)}>
          移除这条评论
        </Button>
      ) : null}
    </Sheet>
  )
}

/** Taking a comment back: one's own with a few seconds to think again, another's with a reason; or reporting it. */
export function CommentActions({ comment, canModerate, onHide, onClose }: CommentActionsProps) {
  const [removing, setRemoving] = useState<Comment>()
  const [reporting, setReporting] = useState<Comment>()

  const hide = ({ commentId }: Comment) => {
    onHide(commentId, true)
    return () => onHide(commentId, false)
  }
  const takeAway = (target: Comment) => ({
    ids: [target.commentId],
    outdates: [...deletionQueries, api.forum.listComments],
    onUndo: hide(target),
  })
  const deleteOwn = (own: Comment) => {
    onClose()
    holdCommand(
      api.forum.deleteComment,
      { commentId: own.commentId },
      {
        ...takeAway(own),
        subject: '删除评论',
        said: '评论已删除',
        after: '数到 0 就扣回它得到的沃币',
        tooLate: '已经删掉了，想说的话可以再写一次',
      },
    )
  }
  const remove = (target: Comment, reason: string, penalty: Penalty) => {
    setRemoving(undefined)
    holdCommand(
      api.forum.removeComment,
      { commentId: target.commentId, reason, ...penalty },
      {
        ...takeAway(target),
        subject: `移除${target.author.name}的评论`,
        said: '评论已移除',
        after: '数到 0 就扣回沃币并通知作者',
        seconds: MODERATED_UNDO_SECONDS,
        tooLate: '已经移除了，作者可以申诉',
      },
    )
  }
  return (
    <>
      <CommentSheet
        comment={comment}
        canModerate={canModerate}
        onDelete={deleteOwn}
        onRemove={setRemoving}
        onReport={setReporting}
        onClose={onClose}
      />
      <RemoveUnreported
        kind="comment"
        id={removing?.commentId}
        onClose={() => setRemoving(undefined)}
        onRemove={(reason, penalty) => {
          if (removing) remove(removing, reason, penalty)
        }}
      />
      <ReportSheet
        open={reporting !== undefined}
        kind="comment"
        id={reporting?.commentId ?? ''}
        onClose={() => setReporting(undefined)}
      />
    </>
  )
}
