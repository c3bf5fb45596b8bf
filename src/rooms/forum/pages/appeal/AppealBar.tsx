import { EVIDENCE_MAX } from '@domain/forum/appeal'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Photos, usePhotos } from '@/rooms/Photos'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { sayMoment, sayWhen } from '@/ui/clock/moment'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'

/** The way to another moderator, once. */
export function AppealBar({ reviewId, until, now }: { reviewId: string; until: number; now: number }) {
  const [writing, setWriting] = useState(false)
  const [words, setWords] = useState('')
  const photos = usePhotos(EVIDENCE_MAX)
  const appeal = useCommand(api.forum.appeal, {
    outdates: [api.forum.openMyReview],
    onDone: ({ dueAt }) => {
      setWriting(false)
      toast.show(`申诉收到了，${sayMoment(dueAt, now)} 前由另一位版主答复`)
    },
  })
  const written = [...words.trim()].length >= limits.reasonMin
  return (
    <>
      <BottomBar consequence={`可以申诉到 ${sayWhen(until, now)}`}>
        <Button onTap={() => setWriting(true)}>申诉</Button>
      </BottomBar>
      <Sheet
        open={writing}
        title="为什么应该恢复"
        onClose={() => setWriting(false)}
        missing={written ? undefined : '写一句为什么，只能申诉一次'}
        note="只能申诉一次，由另一位版主来看"
        action={
          <Button
            block
            disabled={!written || photos.busy}
            onTap={() => appeal.run({ reviewId, words: words.trim(), imageIds: photos.fileIds })}
          >
            提交申诉
          </Button>
        }
      >
        <Field
          label="版主会看到"
          multiline
          maxLength={limits.reasonMax}
          value={words}
          placeholder="说说当时的情况"
          onChange={setWords}
        />
        <View className="t14 secondary mt-12">图片，能说明情况的话；答复以后就删掉</View>
        <View className="mt-8">
          <Photos photos={photos} />
        </View>
      </Sheet>
    </>
  )
}
