export default definePageConfig({ navigationBarTitleText: '充能量', enablePullDownRefresh: true })
