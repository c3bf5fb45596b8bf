export default definePageConfig({ navigationBarTitleText: '班车时刻表', enablePullDownRefresh: true })
