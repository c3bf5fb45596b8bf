export default definePageConfig({ navigationBarTitleText: '时刻表', enablePullDownRefresh: true })
