export default definePageConfig({ navigationBarTitleText: '行政工单', enablePullDownRefresh: true })
