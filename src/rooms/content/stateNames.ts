import type { ArticleState, ChiefAction, WriterAction } from '@domain/content/article'

export const stateNames: Record<ArticleState, string> = {
  draft: '草稿',
  review: '待审',
  scheduled: '定时',
  published: '已发布',
  withdrawn: '已撤下',
}

/** What the buttons say. */
export const actionNames: Record<WriterAction | ChiefAction, string> = {
  submit: '交稿',
  recall: '拿回来改',
  revise: '重新写',
  publish: '现在发布',
  schedule: '定时发布',
  unschedule: '取消定时',
  sendBack: '退回',
  withdraw: '撤下',
}

export const actionDone: Record<WriterAction | ChiefAction, string> = {
  submit: '交给主编了',
  recall: '拿回来了，可以接着改',
  revise: '变成草稿了',
  publish: '发布了',
  schedule: '到时间自动发布',
  unschedule: '取消定时了，回到待审',
  sendBack: '退回去了，撰稿的同事会看到理由',
  withdraw: '撤下了，列表里不再出现',
}
