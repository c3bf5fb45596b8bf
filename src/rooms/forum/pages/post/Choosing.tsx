import { useQueryClient } from '@tanstack/react-query'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import type { Post } from '../../post'
import { changePost } from '../../postCache'

/** Makes a post a featured one or puts it on top of its board, and takes either back: nothing of it is final. */
export function Choosing({ post, onClose }: { post: Post; onClose: () => void }) {
  const client = useQueryClient()
  const { postId, featured, pinned, mine } = post
  const featuring = useCommand(api.forum.featurePost, { outdates: [api.forum.openFeed] })
  const pinning = useCommand(api.forum.pinPost, { outdates: [api.forum.openFeed] })

  const feature = async () => {
    const done = await featuring.run({ postId, featured: !featured })
    if (!done) return
    onClose()
    changePost(client, postId, shown => ({ ...shown, featured: done.featured }))
    const coins = done.earned > 0 ? `，作者得到 ${done.earned} 沃币` : ''
    toast.show(done.featured ? `已选为精华${coins}` : '已取消精华')
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
        <Button kind="secondary" block icon="medal" onTap={feature}>
          {featured ? '取消精华' : '选为精华'}
        </Button>
      )}
      <Button kind="secondary" block icon="tack" onTap={pin}>
        {pinned ? '取消置顶' : '置顶到版块'}
      </Button>
    </>
  )
}
