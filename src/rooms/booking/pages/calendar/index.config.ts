export default definePageConfig({ navigationBarTitleText: '我的日历', enablePullDownRefresh: true })
