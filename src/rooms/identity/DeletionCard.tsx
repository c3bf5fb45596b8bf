import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { toast } from '@/ui/toast/store'
import { whenLabel } from './whenLabel'

interface DeletionCardProps {
  deletion: NonNullable<Output<typeof api.identity.openProfile>['deletion']>
}

/** What is shown with how a deletion stands. */
export const deletionQueries = [
  api.identity.openMyData,
  api.identity.openDeletion,
  api.identity.openProfile,
] as const

/** A deletion that was asked for: when it begins, what becomes of it all, and the way back. */
export function DeletionCard({ deletion }: DeletionCardProps) {
  const withdraw = useCommand(api.identity.withdrawDeletion, {
    outdates: deletionQueries,
    onDone: () => toast.show('撤回了，一切照旧'),
  })
  return (
    <Card>
      <View className="t16 bold" {...spokenAs('status')}>
        {whenLabel(deletion.dueAt)} 开始注销
      </View>
      <View className="t14 secondary mt-4">
        {deletion.words === 'remove' ? '帖子和评论会清空。' : '帖子和评论留下，署名前同事。'}
        在那之前一切照常，随时可以撤回。
      </View>
      <View className="mt-12">
        <Button block onTap={() => withdraw.run({})}>
          撤回注销
        </Button>
      </View>
    </Card>
  )
}
