import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { dayWords } from '../../articleWords'

type Opened = Output<typeof api.content.openArticle>

interface MustReadProps {
  opened: Opened
  progress: number
  /** Whether the cloud knows that the end has been reached. */
  noted: boolean
}

/** What stands above the bar of what must be read: until when, how far, and the button once the end is reached. */
export function MustRead({ opened, progress, noted }: MustReadProps) {
  const { articleId, mustReadBy, confirmed, minutes } = opened.article
  const confirm = useCommand(api.content.confirmReading, {
    outdates: [api.content.openArticle, api.content.openHome],
    onDone: () => toast.show('记下了，谢谢你读完'),
  })
  const { people = 0, inDepartment = 0, ofDepartment = 0 } = opened.confirmations ?? {}
  const left = Math.max(1, Math.round((minutes * (100 - progress)) / 100))
  const isAtEnd = progress >= 100
  const ofOwn = ofDepartment > 0 ? `，你们部门 ${inDepartment} / ${ofDepartment}` : ''
  const title = confirmed
    ? '你已经确认读完'
    : isAtEnd
      ? '读完了，确认一下'
      : `必读${mustReadBy ? ` · ${dayWords(mustReadBy)}` : ''}`
  const said = `已有 ${people.toLocaleString('en-US')} 人确认${ofOwn}`
  return (
    <View className={isAtEnd || confirmed ? 'must-read' : 'must-read must-read--ahead'}>
      <View className="must-read__line">
        <Icon name="shield" className="must-read__sign" />
        <View className="grow">
          <View className="t14 medium">{title}</View>
          <View className="t12 secondary must-read__said">
            {isAtEnd || confirmed ? said : `读到文末就能确认，大约还要 ${left} 分钟`}
          </View>
        </View>
        {confirmed ? null : (
          <View className="must-read__button">
            <Button size="small" disabled={!(isAtEnd && noted)} onTap={() => confirm.run({ articleId })}>
              我已读完
            </Button>
          </View>
        )}
      </View>
      <View className="must-read__track">
        <View className="must-read__done" style={{ width: `${confirmed ? 100 : progress}%` }} />
      </View>
    </View>
  )
}
