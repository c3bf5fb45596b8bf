export default definePageConfig({ navigationBarTitleText: '班车', enablePullDownRefresh: true })
