import { useQueryClient } from '@tanstack/react-query'
import { api, holdCommand, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import type { Post } from '../../post'
import { changePost } from '../../postCache'

/**
 * Makes a post a featured one or puts it on top of its board, and takes either back. Nothing of it is final but the
 * coins that the first choice pays: it waits a few seconds.
 */
export function Choosing({ post, onClose }: { post: Post; onClose: () => void }) {
  const client = useQueryClient()
  const { postId, title, featured, pinned, mine } = post
  const withdrawing = useCommand(api.forum.featurePost, { outdates: [api.forum.openFeed] })
  const pinning = useCommand(api.forum.pinPost, { outdates: [api.forum.openFeed] })

  const show = (isFeatured: boolean) =>
    void changePost(client, postId, shown => ({ ...shown, featured: isFeatured }))
  const feature = () => {
    onClose()
    show(true)
    holdCommand(
      api.forum.featurePost,
      { postId, featured: true },
      {
        ids: [`featured.${postId}`],
        subject: `选「${title}」为精华`,
        outdates: [api.forum.openFeed, api.forum.openPost],
        said: '已选为精华',
        after: '数到 0 生效，第一次入选作者得 50 沃币',
        onUndo: () => show(false),
        tooLate: '已经生效了，可以再取消精华',
      },
    )
  }
  const unfeature = async () => {
    const done = await withdrawing.run({ postId, featured: false })
    if (!done) return
    onClose()
    show(done.featured)
    toast.show('已取消精华，作者得到的沃币不收回')
  }
  const pin = async () => {
    const done = await pinning.run({ postId, pinned: !pinned })
    if (!done) return
    onClose()
    changePost(client, postId, shown => ({ ...shown, pinned: done.pinned }))
    toast.show(done.pinned ? '已置顶到版块' : '已取消置顶')
  }
  return (
    <>
      {mine ? null : (
        <Button kind="secondary" block icon="medal" onTap={featured ? unfeature : feature}>
          {featured ? '取消精华' : '选为精华'}
        </Button>
      )}
      <Button kind="secondary" block icon="tack" onTap={pin}>
        {pinned ? '取消置顶' : '置顶到版块'}
      </Button>
    </>
  )
}
