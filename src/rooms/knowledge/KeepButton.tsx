import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { turnInBook, useWordbook } from './wordbook'

/** Takes a word into one's own book, or out of it again. @param bare without its star, where it stands beside another */
export function KeepButton({ termId, bare = false }: { termId: string; bare?: boolean }) {
  const isIn = useWordbook().includes(termId)
  return (
    <Button
      kind="secondary"
      {...(bare ? {} : { icon: 'star' as const })}
      onTap={() => toast.show(turnInBook(termId) ? '收进词本了，在知识库里翻' : '从词本里拿掉了')}
    >
      {isIn ? '在词本里' : '收进词本'}
    </Button>
  )
}
