import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { api, useCommand } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stars } from '@/ui/stars/Stars'
import { toast } from '@/ui/toast/store'
import { placeQueries } from '../../outdated'

const scoreWords = ['点一颗星', '很失望', '不太好', '还可以', '挺好', '很喜欢'] as const

const unsaid = { score: 0, words: '' }

export interface FeedbackSheetProps {
  open: boolean
  placeId: string
  name: string
  onClose: () => void
}

/** How it was: stars, and words for those who have them. */
export function FeedbackSheet({ open, placeId, name, onClose }: FeedbackSheetProps) {
  const { draft, change, drop } = useDraft(`booking.feedback.${placeId}`, unsaid)
  const give = useCommand(api.booking.giveFeedback, {
    outdates: placeQueries,
    onDone: () => {
      drop()
      onClose()
      toast.show('收到了，谢谢你来')
    },
  })
  const { score, words } = draft
  return (
    <Sheet
      open={open}
      title="这一次怎么样"
      onClose={onClose}
      missing={score === 0 ? '还没打星' : undefined}
      note="大家看得到部门，看不到名字；说了就不能改"
      action={
        <Button disabled={score === 0} onTap={() => give.run({ placeId, score, words: words.trim() })}>
          提交
        </Button>
      }
    >
      <View className="column gap-12">
        <Stars label={`给${name}打几颗星`} value={score} onChange={chosen => change({ score: chosen })} />
        <View className="t14 secondary" style={{ textAlign: 'center' }} aria-live="polite">
          {scoreWords[score]}
        </View>
        <Field
          label="说一句，可以不写"
          multiline
          maxLength={limits.reasonMax}
          value={words}
          placeholder="讲解、动线、孩子喜欢什么"
          onChange={said => change({ words: said })}
        />
      </View>
    </Sheet>
  )
}
