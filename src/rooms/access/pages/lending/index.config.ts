export default definePageConfig({ navigationBarTitleText: '我不在的时候', enablePullDownRefresh: true })
