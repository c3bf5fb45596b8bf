import { View } from '@tarojs/components'
import { api, useCommand, useRefreshSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { associationQueries } from './outdated'

/** 谢绝 and 接任会长, for whom the office is offered to: on the association's page, and where a notice tells of it. */
export function OfficeChoice({ associationId }: { associationId: string }) {
  const refreshSession = useRefreshSession()
  const answer = useCommand(api.union.answerOffice, {
    outdates: associationQueries,
    onDone: ({ presiding }) => {
      // The tab 管理 comes with the office.
      void refreshSession()
      toast.show(presiding ? '你是会长了' : '已谢绝，会告诉会长')
    },
  })
  return (
    <View className="row gap-12">
      <Button kind="secondary" size="small" onTap={() => answer.run({ associationId, answer: 'decline' })}>
        谢绝
      </Button>
      <Button kind="soft" size="small" onTap={() => answer.run({ associationId, answer: 'accept' })}>
        接任会长
      </Button>
    </View>
  )
}
