"""Given names, counted over the authors of 43,000 papers."""

from __future__ import annotations

__all__ = ["GIVEN", "ONLY_GIVEN"]

ONLY_GIVEN = frozenset(
    """
    Aaron Abhinav Aditya Akira Akshay Alberto Alejandro Aleksandr Alessandro Alessio Alexandra
    Alexandros Alexei Alexis Alice Alina Alireza Amanda Amy Ana Anastasia Anastasios Andrea
    Andrei Andrey Angela Animesh Anirban Ankur Anna Anne Anoop Antonio Antti Anurag Arash
    Arindam Artem Ashish Athanasios Atsushi Avi Axel Babak Bernd Bernt Biao Bingbing Brendan
    Brian Caiming Carlos Caroline Carsten Catherine Cewu Changsheng Chenglong Chenliang Chenyang
    Chongyang Chris Christina Christoph Christos Chuan Chunhua Claire Claudia Cornelia Cristina
    Csaba Cynthia Dacheng Dahua Daisuke Damien Daniela Danilo Davide Dawei Deepak Dhruv Diane
    Diego Dimitrios Dimitris Dirk Doina Donald Dongmei Dongsheng Dylan Eduard Eduardo Edward
    Elena Eli Elisa Elizabeth Elke Ellen Emanuele Emily Emma Enhong Enrico Erik Erin Eugene
    Eunho Eva Evan Evangelos Fabio Fahad Feifei Feiping Francesco Francisco Franck Fred Frederic
    Fredrik Gabriele Gang Gary Gaurav Geoffrey Georgia Georgios Gerald Gerhard Giulia Goran Greg
    Guang Guido Guodong Guoliang Gustavo Haibin Haifeng Haipeng Haitao Haizhou Hakan Hanghang
    Hanwang Haoran Helen Hiroki Hiroshi Hiroyuki Holger Hongkai Honglak Hongsheng Hongtao
    Hongwei Hongxia Hongyang Hongyu Hongyuan Hongzhi Ian Ignacio Ilias Ilya Irina Iryna Isabel
    Isabelle Jaime Jakub Jamie Jane Jannis Jason Javier Jeff Jeffrey Jennifer Jeremy Jesper
    Jesse Jiacheng Jiafeng Jiajun Jiaming Jianbo Jianfei Jianfeng Jianguo Jianmin Jianping
    Jianwei Jianwu Jianxin Jiaqi Jiarui Jiashi Jiaxin Jiaya Jiayu Jieping Jiliang Jimmy Jinfeng
    Jingbo Jingdong Jingjing Jingwei Jingyi Jinwoo Jinyu Jitendra Joachim Joan Joel Joey Johan
    Johannes Jonathan Joon Jordi Joshua Juho Julia Julian Junchi Junfeng Junjie Junwei Junyi
    Jure Karen Karl Katharina Katherine Kathleen Kathryn Ken Kenneth Kentaro Kevin Konstantin
    Kris Kristen Kristian Kunal Larry Lars Laura Leonidas Liam Lijun Lili Linfeng Lingxiao
    Linlin Lior Liqiang Lirong Lisa Liwei Longbiao Luc Luigi Lukas Luke Maarten Maja Makoto
    Manfred Manish Maosong Marc Marcello Marcin Margaret Marius Marjorie Marta Martha Maryam
    Masahiro Masashi Masato Massimiliano Massimo Matt Matthew Matthias Matthieu Maxim Maxime
    Mayank Mehdi Mehmet Melissa Mert Michal Michele Mihaela Mihai Mikael Mike Minghao Mingming
    Mingsheng Mingxuan Mingyu Mingyuan Minsu Mohsen Murat Nancy Natalia Natalie Nicola Nigel
    Nikita Nikos Nima Nitish Ondrej Pablo Panagiotis Paolo Paulo Pawel Peilin Pengcheng Percy
    Petar Petr Philipp Pieter Piyush Qinghua Qiong Quanquan Qun Rachel Rainer Rajiv Ralf Raquel
    Rebecca Regina Renjie Ricardo Riccardo Rishabh Rita Rob Roberto Rohan Rohit Ronald Rongrong
    Ruslan Ryo Sabine Sameer Sandeep Sandra Sanja Sanjeev Santosh Sara Sarah Serge Sergey Sergio
    Shanshan Shashank Shay Shie Shiguang Shiliang Shiqi Shiyu Shuang Shuicheng Shujian Sijia
    Silvio Simone Sina Siwei Siyu Siyuan Soheil Sophie Sourav Stefanie Stephen Stergios Steve
    Sumit Sunil Sven Svetlana Taiji Takahiro Takashi Takayuki Takeshi Takuya Tara Tatiana
    Tatsuya Tengyu Thierry Tianbao Tianlong Tiejun Tom Tomas Tomasz Tommaso Tommi Tomohiro
    Tomoki Tongliang Tony Trevor Tuomas Vahab Victor Victoria Vikas Viktor Vishal Vittorio Vivek
    Volkan Volker Walid Wanli Weihao Weijia Weijie Weiming Weinan Weiping Weiran Weiwei Wenbin
    Wenbo Wenhan Wenhao Wenjie Wenjun Wentao Wenwu Wenxuan Wenyu William Wojciech Wolfgang
    Xiangnan Xiangyang Xiangyu Xiaodan Xiaodong Xiaofei Xiaofeng Xiaogang Xiaoguang Xiaohan
    Xiaohua Xiaojie Xiaojuan Xiaojun Xiaokang Xiaolin Xiaolong Xiaoming Xiaopeng Xiaowei Xiaoyan
    Xiaoyang Xiaoyi Xilin Xinyi Xipeng Xuanjing Xudong Xuefeng Xueqi Yair Yali Yanan Yanfeng
    Yangyang Yanjun Yanmin Yann Yannis Yanwei Yejin Yibing Yibo Yichen Yifan Yifei Yifeng Yijun
    Yilin Yilun Yiming Yingbin Yingjie Yining Yiqun Yixuan Yizhou Yoav Yonatan Yongfeng Yonghong
    Yongxin Yonina Yoshua Yossi Yuanyuan Yuchen Yucheng Yueting Yuhang Yuhao Yuji Yujia Yukun
    Yulan Yulia Yulun Yunhe Yuqing Yuri Yuting Yutong Yuwei Yuxin Yuxuan Yves Zachary Zeyu
    Zhangyang Zhaoran Zhenhua Zhenyu Zhicheng Zhifeng Zhihao Zhihong Zhipeng Zhiqiang Zhiwei
    Zhiyong Zhiyuan Zhuoran Zhuowen Zicheng Zihao Zijian Ziwei Zixuan Ziyang Ziyu
    """.split()
)
"""Names that are hardly ever family names."""

GIVEN = frozenset(
    """
    Aaditya Aapo Aarne Aaron Aarti Aayush Abbas Abdallah Abdelhak Abdelrahman Abdullah Abeer
    Abhay Abhijeet Abhijit Abhilash Abhilasha Abhimanyu Abhinav Abhishek Abhradeep Abigail Abir
    Abolfazl Abraham Ada Adam Adarsh Adel Adi Adil Adina Adish Adith Adithya Aditi Aditya Adnan
    Adria Adrian Adriana Adriano Adrien Afra Afsaneh Afshin Agnieszka Ahmad Ahmed Ahmet Aida
    Aidan Aidong Aijun Ailing Aimin Aishwarya Aitor Aixin Ajay Akash Akhil Akhilesh Aki Akihiko
    Akihiro Akiko Akinori Akio Akira Akshat Akshay Alaa Alain Alan Albert Alberto Albrecht Aldo
    Alec Alejandro Alekh Aleksandar Aleksander Aleksandr Aleksandra Aleksandrs Aleksei Alena
    Alessandra Alessandro Alessio Alex Alexander Alexandr Alexandra Alexandre Alexandros
    Alexandru Alexei Alexey Alexis Alfonso Alfred Alfredo Alham Ali Alice Alicia Alihan Alin
    Alina Aline Alireza Alisa Alison Alistair Alix Alkis Alla Allan Allen Allison Alok Alon Alp
    Alper Alvaro Alvin Alyssa Aman Amanda Amanpreet Amar Amaury Amber Ambuj Ameet Amelia Ameya
    Amin Amine Amir Amirhossein Amit Ammar Amos Amr Amrit Amrita Amulya Amy Ana Anand Ananda
    Ananth Ananthram Ananya Anastasia Anastasiia Anastasios Anbang Anca Anders Anderson Andi
    Andong Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey Andrii Andriy Andrzej Andy
    Aneeshan Anette Ang Angel Angela Angelika Angeliki Angelo Angjoo Angus Anh Ani Aniket Anil
    Anima Animashree Animesh Anirban Aniruddha Anirudh Anish Anita Anitha Anja Anjali Anji Anjie
    Ankit Ankur Ankush Anmol Ann Anna Annan Anne Annemarie Annette Annie Annika Anoop Anqi
    Anshul Anshumali Anshuman Anthony Antoine Anton Antonella Antoni Antonia Antonio Antonios
    Antonis Antti Anuj Anup Anupam Anurag Anusha Aojun Aparna Apostolos Aram Arantza Aranyak
    Arash Aravind Aravindan Aravindh Archit Arda Ari Arian Arianna Arie Ariel Arif Arijit
    Arindam Aris Aristides Aritra Ariya Arjen Arjun Arman Armand Armando Armin Arnab Arnaud Arne
    Arno Arnold Aron Arpan Arpit Arpita Artem Arthur Artur Arturo Arturs Arun Arushi Arvind Arya
    Aryan Aryeh Asaf Ashia Ashish Ashkan Ashley Ashok Ashraf Ashutosh Ashwin Ashwini Asif Asja
    Asli Asma Assaf Aston Aswin Athanasia Athanasios Athina Atsunori Atsushi Audrey Augusto
    Austin Avi Avik Avinash Aviral Avirup Avishek Aviv Avrim Awais Awni Axel Aya Ayan Ayellet
    Aykut Ayman Ayush Azadeh Azin Babak Badih Badong Baharan Bahram Baifeng Baigui Baihua Bailin
    Balaji Balakrishnan Balasubramanian Bang Baobao Baocai Baochang Baochun Baolin Baotian
    Baoxiong Baoyuan Baptiste Barbara Baris Barry Bart Bartosz Barzan Bashar Bastian Bastien
    Basura Beata Beate Beatrice Beatriz Been Behnam Behrooz Behzad Bei Beibei Beidi Ben Benedikt
    Beng Benjamin Benno Benny Benoit Beomseok Berkant Berkay Bernard Bernardo Bernd Bernhard
    Bernt Berrak Bert Bertrand Beth Bettina Bharath Bhargav Bhaskar Bhavana Bhavya Bhiksha
    Bhuvana Bhuwan Biao Bichen Bidisha Bihan Bilal Bill Bin Binbin Bineng Bing Bingbing Bingchen
    Binghuai Binghui Bingqing Bingsheng Bingxin Bingyi Binh Biwei Bjoern Blake Boaz Bob Bobak
    Bodhisattwa Bodo Bogdan Bohan Bohao Bohyung Bojan Bolei Boliang Bolin Bonan Bongshin Bonnie
    Boon Boqing Boris Borja Botao Bowen Boxi Boxin Boxing Boyan Boyang Boyi Boyu Boyuan Brad
    Bradley Brais Brandon Branislav Brendan Brenden Brent Brett Brian Bridget Bruce Bruno Bryan
    Bumsub Burak Byeongho Byron Byungjoo Caiming Caitlin Cal Caleb Calvin Cameron Camila Camille
    Camilo Can Carl Carla Carlo Carlos Carmen Carol Carolin Carolina Caroline Carolyn Carsten
    Casey Casper Cassio Catarina Catherine Cathy Cecilia Cees Cem Cen Cengiz Cesar Cewu Chad
    Chaitali Chaitanya Chandan Chandra Chang Changhan Changho Changhua Changjian Changjie
    Changlong Changqing Changsheng Changshui Changxin Changyou Chanwoo Chanyoung Chao Chaochao
    Chaofeng Chaojun Chaoran Chaoyang Chaoyi Chaoyu Chaoyue Charalampos Charles Charless Charlie
    Charlotte Charu Chee Chelsea Chenchen Chenda Cheng Chengfei Chenggang Chenghao Chenghua
    Chengjiang Chengjie Chengkai Chenglin Chenglong Chengming Chengqi Chengqing Chengtao
    Chenguang Chengwei Chengxiang Chengyu Chengyue Chengzhu Chenhao Chenhui Chenliang Chenlin
    Chenshu Chenxi Chenxin Chenxu Chenyan Chenyang Chenyu Cheolkon Cheston Chetan Chi Chiara
    Chicheng Ching Chinmay Chirag Chiranjib Chitta Chiyu Chong Chongjia Chongjie Chongxuan
    Chongyang Chongyi Chris Christian Christiane Christina Christine Christo Christof Christoph
    Christophe Christopher Christos Chuan Chuang Chuanhao Chuanqi Chuchu Chuhan Chul Chulhee
    Chun Chunfeng Chunhong Chunhua Chunhui Chunjing Chunlei Chunming Chunxiao Chunyan Chunyang
    Chunyu Chunyuan Chuxu Cihang Cindy Claire Clara Clare Claude Claudia Claudio Clayton Clemens
    Clement Clinton Cody Colin Cong Conghui Congying Connor Conor Conrad Constantin Constantine
    Constantinos Cordelia Corentin Corina Corinna Corinne Cornelia Cory Cosmin Craig Cristian
    Cristina Csaba Cuong Curtis Cynthia Cyril Cyrus Daan Dacheng Dae Daehyun Daeun Dafna Dahua
    Daichi Daiki Daimeng Daisuke Daisy Daizong Dale Damian Damien Dan Dana Danai Dandan Dani
    Danica Daniel Daniela Daniele Danielle Daniil Danilo Danni Danny Danqi Danushka Danyang
    Daochen Daoyuan Dapeng Daphne Daqing Dara Daria Dario Darius Darren Dat Dave David Davide
    Dawei Dawn Daxin Dayan Dazhi Dean Debanjan Debasis Debmalya Deborah Deepak Deepayan Deepti
    Defu Dehua Dejan Dejing Deli Deliang Delong Dengxin Denis Denise Deniz Dennis Denny Depeng
    Deqing Derek Derrick Desmond Deva Devansh Devavrat Devendra Devesh Devi Deyi Deyu Dheeraj
    Dhivya Dhruv Dian Diana Diane Didier Diego Dieter Dietrich Dieuwke Difan Difeng Dileep Dilek
    Dilin Dilip Dima Dimitar Dimitri Dimitrios Dimitris Dimosthenis Dina Dinesh Dingwen Dinh
    Dino Dipendra Dipti Dirk Divesh Divya Divyakant Diyi Djallel Dmitri Dmitrii Dmitriy Dmitry
    Dmytro Doina Domenico Dominic Dominik Dominique Don Donald Dong Dongdong Dongfang Donghao
    Donghong Donghoon Donghyeon Donghyun Dongjin Donglai Dongliang Donglin Dongmei Dongmin
    Dongming Dongqi Dongqing Dongruo Dongsheng Dongsuk Dongwon Dongxiao Dongyan Dongyu Dongze
    Dor Doron Dorota Dorothea Dorsa Doug Douglas Douwe Dragomir Drew Duc Duen Dumitru Duncan
    Dung Duo Dustin Duy Duygu Duyu Dylan Dzmitry Eamonn Ebrahim Ece Eddy Edgar Edith Edmund Edo
    Edoardo Edouard Eduard Eduardo Edward Edwin Efstratios Efthymios Egor Ehsan Ehud Eiichiro
    Eiji Eitan Ekaterina Ekin Elad Elahe Elaine Eleanor Eleftherios Elena Eleni Eleonora Elham
    Eli Elia Elias Elisa Elisabeth Elise Elizabeth Elke Ella Ellen Ellie Elliot Elliott Elmar
    Elvin Emanuel Emanuele Emiel Emil Emile Emilia Emilie Emilien Emilio Emily Emine Emiru Emma
    Emmanouil Emmanuel Emre Eneko Eng Enhong Enrico Enrique Enze Eran Erez Erfan Eric Erica
    Erich Erick Erik Erika Erin Ernest Ernesto Errui Erwan Erwin Esa Eshed Esin Esteban Esther
    Ethan Etienne Eugene Eugenio Eun Eunho Eunji Eunsol Eunwoo Eva Evan Evangelia Evangelos
    Evgeny Evi Evimaria Ewa Eyal Eyke Eytan Ezra Fabian Fabien Fabio Fabrice Fabrizio Fadi Fahad
    Fahim Faisal Falk Faming Fan Fang Fangda Fangyuan Fangyun Fangzhao Fangzhou Fanny Farhad
    Farshad Farzan Fatemeh Fatih Fatma Federica Federico Fedor Fei Feida Feifei Feihu Feiping
    Feiran Feixiang Feiyang Feiyu Feiyue Felice Felipe Felix Fen Feng Fengjun Fenglin Fenglong
    Fengwei Fengyu Fengyuan Fernando Ferran Filip Filippo Finale Fiona Fisher Flavio Florence
    Florent Florian Forrester Francesc Francesca Francesco Francis Francisco Franck Franco
    Francois Frank Franz Franziska Fraser Fred Frederic Frederick Frederik Fredrik Friedrich
    Fritz Fuchun Fuli Fumin Fumiyo Furkan Furong Furu Fuxiang Fuxin Fuzhen Fuzheng Gabor Gabriel
    Gabriela Gabriele Gabriella Gabrielle Gakuto Gal Galen Ganesh Gang Gangshan Gaofeng Gaoyan
    Gareth Garrett Gary Gaurav Gauri Gautam Gauthier Gavin Geert Gemma Gen Gene Geng Genta Geoff
    Geoffrey Georg George Georges Georgi Georgia Georgios Gerald Geraldine Gerard Gerasimos
    Gergely Gerhard German Gert Ghassan Gholamreza Giacomo Giambattista Giancarlo Gianluca
    Gianmarco Gianni Gianpiero Gideon Gil Gilad Gilles Gillian Gim Gintare Giorgia Giorgio
    Giorgos Giovanni Girish Giulia Giulio Giuseppe Gleb Glen Glenn Gloria Goce Gongshen Gonzalo
    Gopala Goran Gordon Grace Graeme Graham Grant Greg Gregor Gregory Grigorios Grzegorz Guanbin
    Guang Guanghao Guanghui Guanglu Guangming Guangtao Guangwei Guangxing Guangyao Guangyi
    Guangyu Guangzhi Guanhua Guannan Guansong Guanyu Guanyun Guido Guiguang Guihai Guilin
    Guillaume Guillermo Gunhee Gunnar Guodong Guofeng Guohao Guohong Guohui Guojie Guojun Guoli
    Guoliang Guoping Guoqi Guoqiang Guoqing Guorui Guosheng Guoyin Guoying Gustav Gustavo Guy
    Guyue Hadar Hadas Hadi Hado Hadrien Hady Haggai Hai Haibin Haibo Haichao Haidong Haifeng
    Haijun Hailin Haim Hainan Haipeng Haiqing Haitao Haitham Haitian Haiwen Haixin Haiyan
    Haiyang Haiyi Haiying Haiyun Haizhou Hajime Hakan Hal Hamed Hamid Hamidreza Han Hanbyul
    Handong Hang Hangbo Hanghang Hangyu Hanjun Hanlin Hanna Hannah Hannaneh Hannes Hanqing Hans
    Hanspeter Hanting Hanwang Hanwen Hanxiao Hany Hanyu Hao Haobo Haochen Haodong Haofeng Haojie
    Haokun Haoliang Haoming Haonan Haoning Haoqi Haoqian Haoqiang Haoran Haoshu Haotian Haotong
    Haowei Haowen Haoxiang Haoxin Haoyang Haoyi Haoyu Haoyue Haozhe Haozhi Harald Hardik Hari
    Harikrishna Haris Harish Harm Harold Harrie Harrison Harry Harsh Harsha Hartwig Haruko Hasan
    Hassan Hayato Hayley Hazem Heather Hector Hee Heidi Heike Heiko Heinrich Heinz Helen Helena
    Helge Hema Hemant Hendrik Heng Henghui Hengliang Hengshu Hengshuang Henk Henning Henri
    Henrik Henry Heqing Herbert Herke Herman Hermann Hexiang Heyan Hideaki Hideki Hideo Hidetaka
    Hideyuki Hieu Hila Hilde Hillary Himabindu Himanshu Hinrich Hiroaki Hirokazu Hiroki Hiroshi
    Hiroya Hiroyuki Hisashi Hisham Hitoshi Hoa Hoang Hoda Hojjat Holger Homa Hong Hongan Hongbin
    Hongbo Hongchang Hongdong Hongfei Hongfu Honghao Honghua Honghui Hongjie Hongjun Hongkai
    Honglak Honglei Hongliang Hongming Hongning Hongseok Hongsheng Hongtao Hongteng Hongwei
    Hongwen Hongxia Hongxin Hongxun Hongyan Hongyang Hongyi Hongyin Hongyu Hongyuan Hongzhi
    Horacio Horst Hossein Houda Houfeng Houqiang Howard Hrvoje Hua Huacheng Huadong Huafeng
    Huaiyu Huajie Huajun Huamin Huaming Huan Huanhuan Huaping Huawei Huaxiu Huayi Huayu Huazhe
    Huazheng Hubert Huchuan Hugh Hugo Hui Huifeng Huijuan Huijun Huimin Huiming Huishuai Huiwen
    Huiyu Huiyuan Hujun Humphrey Hung Hunter Hussein Huy Huzefa Hwajung Hwanjo Hwanjun Hwee Hyun
    Hyung Hyunjung Hyunwoo Iadh Iain Ian Iasonas Ibrahim Ichiro Ida Idan Ido Ignacio Igor Ihab
    Ilan Ilaria Ilia Ilias Ilija Ilja Ilya Iman Imed Imran Ina Inderjit Ines Ingmar Ingo Ingrid
    Ioana Ioanna Ioannis Ion Ira Irene Irfan Irina Iris Iro Irwin Iryna Isaac Isabel Isabelle
    Isao Ishan Ishita Ismail Israel Issei Itai Itay Ittai Ivan Ivana Ivo Ivor Jaakko Jaap Jacek
    Jack Jackie Jackson Jacob Jacopo Jacques Jae Jaegul Jaeho Jaehong Jaejun Jaemin Jaesik
    Jaesung Jaewon Jaewoo Jaewoong Jaeyoon Jaeyoung Jaime Jake Jakob Jakub Jalal James Jamie Jan
    Jana Janardhan Jane Janek Janet Janne Jannik Jannis Jared Jaroslaw Jasmijn Jasmin Jason
    Jasper Jatin Javad Javier Jay Jayadev Jayant Jayaraman Jayashree Jayesh Jean Jeff Jeffrey
    Jelani Jelena Jenna Jennifer Jenny Jens Jeongsoo Jeremiah Jeremias Jeremy Jeroen Jerry
    Jesper Jess Jesse Jessica Jesus Jey Jia Jiabao Jiabin Jiachen Jiacheng Jiafan Jiafei Jiafeng
    Jiahao Jiaheng Jiahong Jiahua Jiahuan Jiahui Jiajie Jiajin Jiajun Jiale Jialei Jiali
    Jialiang Jialin Jialong Jialun Jiamin Jiaming Jian Jianan Jianbin Jianbing Jianbo Jianchao
    Jiancheng Jiandong Jianfei Jianfeng Jiangbo Jiangchao Jiangtao Jianguo Jiangyan Jianhao
    Jianhong Jianhua Jianhui Jiani Jianing Jianjun Jiankang Jianke Jianliang Jianling Jianlong
    Jianmin Jianming Jiannan Jianpeng Jianping Jianqiang Jianqing Jianrong Jiansheng Jianshu
    Jiantao Jianwei Jianwen Jianwu Jianxin Jianxing Jianxiong Jianxun Jianye Jianyong Jianyu
    Jianyuan Jianzhong Jianzhu Jianzhuang Jianzong Jiaojiao Jiaolong Jiaoyang Jiapeng Jiaqi
    Jiarui Jiasen Jiashi Jiashuo Jiatao Jiatong Jiawei Jiawen Jiaxi Jiaxiang Jiaxin Jiaxing
    Jiaxu Jiaxuan Jiaya Jiayi Jiaying Jiayu Jiayuan Jicong Jie Jiebo Jiechao Jiefeng Jieming
    Jieping Jiepu Jiewei Jieyu Jifan Jifeng Jihong Jihun Jihwan Jiliang Jilin Jill Jilles Jilong
    Jim Jimei Jimeng Jimin Jimmy Jin Jina Jinbo Jinchao Jincheng Jindong Jinfeng Jing Jingang
    Jingbo Jingchao Jingdong Jingfeng Jinghua Jinghui Jingjie Jingjing Jingkang Jingkuan
    Jingliang Jinglin Jingping Jingqi Jingren Jingrui Jingtao Jingwei Jingwen Jingxuan Jingyan
    Jingyang Jingyi Jingyu Jingyuan Jinhan Jinho Jinhong Jinhua Jinhui Jinjian Jinjie Jinjin
    Jinlong Jinming Jinpeng Jinqiao Jinshan Jinsong Jinsung Jintai Jintao Jinwei Jinwen Jinwoo
    Jinxi Jinxin Jinxing Jinyang Jinyoung Jinyu Jinyuan Jinzheng Jiong Jiqing Jiri Jisoo Jisu
    Jitendra Jiuxiang Jiwei Jiwen Jiyang Jiye Jiyeon Jiyoung Jiyuan Jizhong Jizhou Joachim
    Joakim Joan Joanna Joanne Jocelyn Jochen Jodi Joe Joel Joelle Joemon Joern Joey Johan Johann
    Johanna Johannes John Jon Jonas Jonathan Jonathon Jong Jonghyun Jongmin Jongwuk Joni Joo
    Joon Joonhyung Joost Jordan Jordi Jorge Joris Jose Josef Josep Joseph Josh Joshua Josiah
    Josiane Josip Jost Joy Joyce Joydeep Juan Juanzi Judea Judith Judy Jue Juergen Jufeng Jugal
    Juho Jukka Jules Julia Julian Juliana Julie Julien Julio Julius Jun Junbin Junbo Juncheng
    Junchi Jundong June Junfeng Jungbeom Junge Junghyun Jungo Jungong Junhao Junho Junhua Junhui
    Junichi Junier Junjie Junjun Junkai Junliang Junlin Junming Junmo Junnan Junni Junpeng
    Junping Junqi Junqing Junru Junseok Junsong Juntao Junting Junwei Junwen Junxian Junya
    Junyan Junyang Junyi Junyong Junyoung Junyu Junyuan Junzhe Junzhou Jure Juri Jussi Justin
    Justus Jyoti Kai Kaichun Kaidi Kaihao Kaihua Kaili Kaiming Kaiqi Kaisheng Kaisong Kaitao
    Kaiwen Kaixin Kaixiong Kaixuan Kaiyang Kaiyi Kaiyu Kalina Kalle Kalyan Kamalika Kamesh Kamil
    Kamyar Kan Kangwook Kannan Kapil Karan Kareem Karel Karen Kari Karim Karin Karl Karla Karol
    Karrie Karsten Karteek Karthik Karthikeyan Kartik Kasper Katarzyna Kate Katerina Katharina
    Katherine Kathleen Kathrin Kathryn Kathy Katie Katja Katrin Katrina Katsumi Kaushik Kavita
    Kay Kayhan Kazuhiko Kazuhiro Kazuki Kazuma Kazunori Kazuya Kecheng Kei Keiichi Keiji Keisuke
    Keita Keith Kele Keli Kellie Kelly Kelvin Kemal Ken Kengo Kenichi Kenji Kenneth Kenny Kent
    Kenta Kentaro Kenton Keping Kevin Kewei Kewen Kexin Keyu Kfir Khai Khaled Khalid Khalifeh
    Khalil Khanh Khe Khoa Kian Kihyuk Kijung Kilian Kimberly Kimin Kira Kiran Kirill Kirsten
    Kiyoharu Kiyoshi Klaus Koby Kohei Koichi Koji Koki Konrad Konstantin Konstantina
    Konstantinos Koray Korbinian Kostas Kosuke Kota Kris Krishna Krishnakumar Krishnamurthy
    Krishnaram Krishnendu Kristen Kristian Kristin Kristina Kristjan Kristoffer Kristy Krisztian
    Krzysztof Kshitij Kuan Kui Kuldeep Kun Kunal Kunchang Kunio Kunpeng Kurt Kush Kwang
    Kwanghoon Kyle Kyogu Kyomin Kyong Kyoung Kyriakos Kyuhong Kyunghyun Kyungwoo Ladislav Laks
    Lakshmi Lalit Lan Lance Lane Lanqing Larissa Larry Lars Lasse Latifur Laura Laure Lauren
    Laurence Laurent Lauri Lawrence Lea Leah Leandro Leanne Lechao Lefei Lei Leif Leila Lele
    Leman Lena Lenka Lennart Leo Leon Leona Leonard Leonardo Leonid Leonidas Lerrel Les Leshem
    Leslie Lester Levi Lexing Leyang Leyu Liam Liang Liangda Lianghao Liangjun Liangliang
    Liangyu Liangyue Lianli Lianwen Libin Libo Lichan Lichao Licheng Lidan Lidia Lidong Lieven
    Lifang Lifeng Lifu Ligong Lihe Lihong Lihua Lijia Lijie Lijuan Lijun Lili Lillian Lily Limin
    Liming Lina Linchao Lincheng Linda Linfeng Ling Lingfei Lingfeng Lingjie Lingjuan Linglong
    Lingpeng Lingqiao Lingwei Lingxi Lingxiao Lingyu Lingyun Linh Lining Linjie Linjun Linli
    Linlin Linyi Linyuan Lionel Lior Liping Liqiang Liqing Liqun Liron Lirong Lisa Lise Lisha
    Liudmila Liujuan Liwei Liwen Lixin Lixing Liyan Liyang Liyi Liying Liyuan Lizhe Lizhen
    Lizhuang Lizi Lluis Logan Lokesh Long Longbiao Longbo Longfei Longqi Longyin Loren Lorenz
    Lorenzo Lori Lorne Louis Louise Lourdes Luc Luca Lucas Lucia Luciana Luciano Lucio Lucy
    Ludovic Ludwig Luigi Luis Luisa Luiz Lujun Lukas Lukasz Luke Lulu Luming Lun Luyao Luyu
    Lydia Lyndon Lynn Maarten Maciej Madeleine Madeline Madhav Madhu Mads Magdalena Maggie
    Magnus Mahdi Mahesh Mahmoud Mahsa Mahyar Mai Maja Majid Makarand Makoto Maksim Maksym Malihe
    Malik Malte Malvina Man Mana Manaal Manabu Manas Mandar Maneesh Manfred Mang Mani Manik
    Manish Manmohan Manohar Manoj Manolis Mans Manu Manuel Manuela Manzil Maosheng Maosong Marc
    Marcel Marcella Marcello Marcelo Marcin Marco Marcos Marcus Marek Margaret Margarita Margot
    Mari Maria Mariam Marian Mariana Marianna Marianne Marie Marija Marilyn Marin Marina Marine
    Mario Marion Marios Marius Marjorie Mark Marko Markus Marlos Marta Marten Martha Marti
    Martial Martijn Martin Martina Martine Marvin Marwa Marwan Mary Maryam Marzieh Masaaki
    Masahiro Masahito Masaki Masanori Masao Masashi Masataka Masato Masatoshi Masayuki Masood
    Masoud Massimiliano Massimo Matan Matei Matej Mateusz Mathew Mathias Mathieu Mathilde Mats
    Matt Matteo Matthew Matthias Matthieu Matthijs Matti Mattia Mattias Matus Maura Maureen
    Maurice Mauricio Maurizio Mauro Max Maxim Maxime Maximilian Maxine Maxwell Maya Mayank
    Maziar Meeyoung Megan Mehdi Mehmet Mehrdad Mehrtash Mehryar Mehul Meichun Meirav Meishan
    Melanie Melih Melissa Melody Melvin Meng Mengdi Mengfan Mengjie Menglin Mengmeng Mengqi
    Mengting Mengxi Mengyang Mengyuan Mengzhe Meredith Mert Mete Mia Miao Miaomiao Micah Micha
    Michael Michaela Michail Michal Michalis Michel Michele Michelle Michiel Miguel Mihaela
    Mihai Mihir Miika Mika Mikael Mike Mikel Mikhail Miki Mikio Mikkel Mikko Mikolaj Milad Milan
    Miles Milica Milind Milos Miltiadis Min Mina Ming Mingbo Mingchen Mingda Mingfei Minghan
    Minghao Minghua Minghui Mingi Mingjie Mingkui Mingli Mingliang Mingming Mingqiang Mingqing
    Mingrui Mingsheng Mingwei Mingxing Mingxuan Mingyang Mingyi Mingyu Mingyuan Mingyue Mingze
    Mingzhe Mingzhi Minh Minhao Minho Minhua Minje Minjie Minjoon Minlie Minmin Minshuo Minsu
    Minsuk Minwoo Minyoung Miquel Mira Mirco Mirella Miriam Mirko Miroslav Miryam Misha Mitchell
    Mithun Mladen Moeness Mohamad Mohamed Mohammad Mohammadreza Mohammed Mohan Mohit Mohsen Moin
    Mojtaba Molly Mona Monica Monika Mor Moran Morgan Moritz Morten Morteza Moses Moshe Mostafa
    Mounia Mourad Mrinal Mrinmaya Mubarak Mubbasir Muhammad Muhammed Muhao Mukund Murali Murat
    Murray Murtaza Mustafa Mykel Mykhaylo Mykola Nabil Nadav Nader Nadia Nadine Nadir Naiyu
    Najim Nam Naman Namrata Nan Nancy Nando Nannan Nanning Nanxin Nanxuan Nanyun Naoaki Naoki
    Naomi Naonori Naoto Naoya Naoyuki Naren Narendra Nasim Nasser Nassir Natalia Natalie Natasha
    Nate Nathalie Nathan Nathanael Nathaniel Nati Naveen Navid Nazanin Nazli Nebojsa Nectarios
    Neel Neeraj Negar Neha Neil Nelson Nemanja Nenggan Nenghai Ness Ngoc Nhat Nian Nianwen Niao
    Nicholas Nick Nico Nicola Nicolai Nicolas Nicole Nicu Nidhi Niels Nigel Nikhil Niki Nikita
    Niklas Niko Nikola Nikolai Nikolaj Nikolaos Nikolas Nikolay Nikos Nikunj Niloy Nils Nima
    Nina Ning Ninghao Nir Niranjan Nisarg Nishant Nishanth Nisheeth Nitesh Nitin Nitish Nizar
    Noa Noah Noam Nobuyuki Noel Noga Nojun Noor Nora Norbert Norman Noseong Noura Novi Nuno Nuo
    Nut Oana Oded Odette Ofer Ofir Ognjen Oguz Ohad Oisin Ola Olaf Oldrich Ole Oleg Oleksandr
    Oleksii Olga Oliver Olivia Olivier Oluwasanmi Omar Omer Omid Omri Ondrej Onur Oren Orestis
    Orhan Ori Oriol Osamu Osbert Oscar Oskar Osman Osmar Otmar Owen Ozan Ozlem Paavo Pablo
    Padhraic Pamela Pan Panagiotis Panayotis Pankaj Panos Paola Paolo Parag Paramita Parikshit
    Paris Parisa Paritosh Parsa Parth Partha Pascal Pascale Pasin Pasquale Pat Patrice Patricia
    Patrick Patrik Pattie Paul Paula Pauline Paulo Pavan Pavel Pavlo Pavlos Pawan Pawel Payel
    Pedro Pegah Pei Peidong Peihao Peijie Peilin Peiran Peisong Peizhao Peng Pengcheng Pengchuan
    Pengfei Penghui Pengjie Pengpeng Pengtao Pengwei Pengxiang Pengyu Pengyuan Penny Pepa Per
    Percy Petar Pete Peter Petr Petra Petros Peyman Phil Philip Philipp Philippe Phillip Pier
    Pierluigi Pierre Pieter Pietro Piji Pin Pinaki Pinar Ping Pingping Pingzhong Piotr Piyush
    Polina Pong Pontus Pooja Pouya Pradeep Prafulla Prakash Prakhar Pramod Pranav Pranava Pranay
    Praneeth Pranjal Prasad Prasanga Prasanna Prasanta Prasenjit Prashant Prateek Pratik Praveen
    Pravesh Preethi Prem Prerna Preslav Pritish Priya Priyadarshini Priyank Przemyslaw Pulkit
    Puneet Purushottam Pushmeet Pushpak Qian Qiang Qiankun Qianli Qiannan Qianqian Qianru
    Qiaozhu Qibin Qifan Qifeng Qihang Qihao Qilong Qiming Qin Qinfeng Qing Qingfeng Qingfu
    Qinghua Qingkai Qinglin Qingmin Qingming Qingqing Qingsong Qingtao Qingwei Qingyang Qingyao
    Qingyu Qingyun Qinyuan Qiong Qionghai Qipeng Qirong Qitian Qiuqiang Qiushi Qixing Quan Quang
    Quanming Quanquan Quanshi Quanzhi Quentin Qun Quoc Quynh Rachael Rachel Rachid Rada Radu
    Raef Rafael Rafal Raffaele Raffaella Raghav Raghu Rahul Rainer Raj Raja Rajarshi Rajat
    Rajeev Rajesh Rajiv Raju Rakesh Rakshit Rakshith Ralf Ralph Ram Rama Raman Ramesh Rameswar
    Rami Ramin Ramit Ramon Ramtin Ramy Ramya Ran Rana Randall Randy Ranjay Raphael Raquel Rashmi
    Rasmus Raul Ravi Ravishankar Ray Raymond Razieh Razvan Rebecca Reem Regan Regina Reid
    Reinhard Reinhold Renato Renaud Renee Renjie Reuben Revanth Rex Reza Ricardo Riccardo Rich
    Richang Richard Richong Rick Ricky Rico Rie Rik Rina Rishabh Risheng Rishi Rita Ritesh
    Ritwik Riza Rob Robby Robert Roberta Roberto Robin Robyn Rodolfo Rodolphe Rodrigo Roee Roger
    Rohan Rohit Roi Roisin Roland Rolf Roma Romain Roman Ron Ronak Ronald Ronan Ronen Rong
    Ronggang Rongjie Rongrong Roni Ronny Roozbeh Rosa Rose Roshan Ross Rostislav Rowan Roxana
    Roy Ruben Rudolf Rui Ruibin Ruibo Ruichu Ruifang Ruifeng Ruigang Ruihan Ruihao Ruihong
    Ruihua Ruijie Ruimao Ruiming Ruiping Ruiqi Ruiqin Ruirui Ruisheng Ruixuan Ruiyi Ruiyuan
    Ruizhe Ruizhi Rundong Runsheng Runze Runzhe Ruobing Ruochen Ruocheng Ruofan Ruofei Ruohan
    Ruoming Ruoqi Ruosong Ruoxi Ruoyu Rupak Rupesh Ruqing Rushil Ruslan Russ Russell Ruth Ruud
    Ruyi Ryan Ryen Rynson Ryo Ryohei Ryosuke Ryota Ryuichi Ryutaro Saab Saad Sabato Sabine
    Sabrina Sachin Sadao Sadegh Saeed Saeid Sagar Sahand Sahar Sahil Sai Saif Saikat Sajad Sajid
    Saket Sakriani Salah Salim Sally Salman Salvatore Sam Samantha Samarth Sameer Samet Sami
    Samir Samira Samuel Samuele Samuli Samy Sanath Sandeep Sander Sandhya Sandra Sandro Sandy
    Sang Sangdoo Sanghoon Sanghyuk Sanghyun Sangwoo Sanja Sanjay Sanjeev Sanjit Sanjiv Sanjoy
    Sanket Sanping Santiago Santosh Santu Saptarshi Sara Sarah Sarath Saravan Sarit Sarita
    Sarthak Sascha Sasha Sashank Sathya Satinder Satish Satoru Satoshi Sattar Satyen Saumya
    Saurabh Sayak Sayan Scott Sean Sebastian Seiichi Sejun Semih Sen Senjuti Senthil Seokju Seon
    Seong Seonghyeon Seongkook Seoung Sepehr Sepp Sercan Serena Serge Sergei Sergey Sergio
    Sergios Setareh Seth Seung Seunghoon Seunghyun Seungjin Seungryong Seungwhan Sewon Sewoong
    Seyed Sha Shachar Shafiq Shahab Shahar Shahbaz Shahin Shahram Shahrokh Shai Shalini Shalom
    Sham Shan Shandian Shane Shang Shangchen Shangfei Shanghang Shangling Shangqian Shangsong
    Shangtong Shanika Shankar Shanshan Shansong Shantanu Shaobo Shaofei Shaofeng Shaogang
    Shaohui Shaojie Shaojin Shaojun Shaolei Shaoping Shaoshuai Shaowei Shaowen Sharad Sharan
    Sharath Sharon Shasha Shashank Shashanka Shashi Shaun Shawn Shay Shayan Shayne Sheikh Sheng
    Shengcai Shengchao Shengdong Shengfeng Shenghua Shengjia Shengjie Shengjin Shengkui
    Shengping Shengqi Shengxi Shengyao Shengyi Shengyu Sherry Shervin Shibo Shichao Shie Shifeng
    Shifu Shigeki Shigeo Shiguang Shihan Shihao Shihong Shiji Shijian Shijie Shijun Shikhar
    Shikun Shilei Shiliang Shilin Shilong Shimin Shiming Shimon Shinichi Shinji Shinnosuke
    Shinsaku Shinsuke Shipeng Shiqi Shiqiang Shir Shiran Shirui Shitao Shitong Shiv Shiva Shivam
    Shivani Shiwei Shixiang Shiyi Shiyin Shiyu Shiyuan Shiyue Shizhe Shlomo Sho Shoaib Shogo
    Shohei Shoichi Shoji Shoko Shota Shouhong Shoukang Shoushan Shree Shreya Shreyas Shrikanth
    Shruti Shu Shuai Shuaicheng Shuang Shuangfei Shubham Shubhankar Shufeng Shuguang Shuhang
    Shuhao Shuhui Shuicheng Shuigeng Shuiwang Shujian Shujie Shulin Shumin Shuming Shun Shunsuke
    Shunyu Shuo Shuohang Shuqi Shuqiang Shuran Shusaku Shusuke Shutong Shuwen Shuxin Shuyang
    Shuyuan Shuyue Shweta Shwetak Shyam Siamak Siavash Sibo Sicheng Sida Siddarth Siddhant
    Siddharth Siddhartha Sidney Siegfried Sifei Sihang Sihao Siheng Sihong Sijia Sijie Siliang
    Silvia Silvio Silviu Simiao Simin Simo Simon Simone Sina Sinno Sinong Siqi Sirui Siteng Siu
    Siva Sivan Siwei Sixing Siyang Siyu Siyuan Siyue Sizhe Slava Slobodan Smaranda Smita Sneha
    Sobhan Sofia Sohee Soheil Somayeh Somesh Son Sonal Songfang Songlin Songtao Songyang Sonia
    Soo Sophia Sophie Soroush Sotirios Soujanya Soumen Soumik Soumya Sourav Souvik Sowmya
    Soyoung Spencer Spyridon Spyros Sreenivas Sreyan Sri Sridhar Srijan Srikanta Srikanth
    Srikumar Srinath Srinivas Srinivasa Srinivasan Sriram Stacey Stan Stanislas Stanislav
    Stanley Stavros Stefan Stefania Stefanie Stefano Stefanos Steffen Stella Stephan Stephanie
    Stephen Stergios Steve Steven Stewart Stratis Stuart Subbarao Subhabrata Subhadeep Subhajit
    Subhransu Subhro Subin Sucheta Sudipto Sue Suha Suhang Suhas Sujay Sujian Suju Sultan Suma
    Suman Sumeet Sumit Sundeep Sung Sungchul Sungho Sunghwan Sunghyun Sungjin Sungmin Sungrack
    Sungrae Sungroh Sungryull Sungsoo Sungwon Sunil Sunita Sunny Suraj Surajit Suranga Surbhi
    Suresh Suriya Surya Susan Susanne Suvrit Suwon Suzan Suzanne Sven Svetha Svetlana Svitlana
    Swabha Swapna Swapnil Swarat Swarup Syed Sylvain Sylvia Symeon Szymon Tae Taesup Taha Taichi
    Taiji Taiping Takaaki Takafumi Takahiro Takahito Takanori Takao Takashi Takayuki Takehiro
    Takehito Takeo Takeru Takeshi Taku Takuhiro Takuma Takumi Takuro Takuya Tal Tali Tam Tamar
    Tamara Tamer Tamir Tanguy Tania Tanja Tanmay Tanmoy Tanner Tanya Tao Tara Taraka Tarek Tareq
    Tariq Taro Tarun Tasos Tatiana Tatsunori Tatsuya Taylor Ted Teddy Tejas Teng Tengfei Tengyu
    Teresa Tero Terrance Terrence Terry Teruko Tetsuya Thamar Thang Thanh Themis Themos Theo
    Theodora Theodore Theodoros Theresa Thi Thiago Thibaud Thibault Thibaut Thien Thierry Thilo
    Thomas Thore Thorsten Thushara Tiago Tian Tianbao Tiancheng Tianci Tianfan Tianfei Tianfu
    Tianhao Tianhe Tianjia Tianjiao Tianjun Tianle Tianlin Tianlong Tianming Tianqi Tianshi
    Tianshu Tianshui Tiantian Tianwei Tianxiang Tianxiao Tianxing Tianyang Tianyi Tianyu
    Tianyuan Tianyun Tianze Tianzhu Tianzi Tiberiu Tiejun Tien Tieniu Tieyun Tiffany Till Tilman
    Tim Timo Timothy Timur Tin Tina Ting Tingfa Tingting Tingwen Tingyang Tinne Titouan Toan
    Tobias Toby Todd Tolga Tom Tomas Tomaso Tomasz Tomer Tomi Tommaso Tommi Tommy Tomoharu
    Tomohiro Tomoki Tomoko Tomoya Tomoyuki Tong Tongliang Tongzhou Toni Toniann Tony Toon Tor
    Torsten Toru Toshiaki Toshihiko Toshiyuki Tova Tovi Tracy Trang Travis Trevor Tri Tristan
    Trong Trung Truyen Tsubasa Tsuneo Tsuyoshi Tsz Tuan Tuhin Tung Tuo Tuomas Tushar Tyler Udit
    Udo Ufuk Ujwal Ulf Ullrich Ulrich Ulrike Umang Umar Umberto Umut Urbashi Uri Usman Utkarsh
    Utpal Uwe Vadim Vahab Vahid Vaibhav Vaishaal Vaishak Valentin Valentina Valeria Valerie
    Valerio Vamsi Vaneet Vanessa Vanja Varun Vasileios Vasiliki Vasilis Vassilis Vasudeva Vatsal
    Venkata Venkatesan Venkatesh Venu Vera Vered Verena Veronica Veronika Vianney Vibhav Vibhor
    Vicente Victor Victoria Vidhyasaharan Viet Vignesh Vijay Vikas Vikash Vikram Vikramjit
    Vikrant Viktor Ville Vinay Vinayak Vince Vincent Vincenzo Vineet Vineeth Vinh Vinod
    Vinodkumar Vipin Vipul Viraj Virginia Visar Vishal Vishnu Vishwanath Vitaly Vitor Vittorio
    Vivek Vivian Vlad Vladimir Vladislav Vladlen Vojtech Volkan Volker Volodymyr Vyas Wael Wai
    Waleed Walid Walter Wangmeng Wanli Wanqi Wanxiang Wanyu Warut Wataru Wayne Wee Wei Weibin
    Weibo Weichao Weichen Weicheng Weicong Weidi Weidong Weifeng Weihao Weihong Weihua Weijia
    Weijian Weijie Weijun Weikai Weikang Weili Weilin Weilong Weimin Weiming Weinan Weipeng
    Weiping Weiqi Weiqiang Weiqing Weiran Weisheng Weisi Weitao Weitong Weiwei Weiwen Weixiang
    Weixin Weixuan Weiyang Weiyao Weiying Weiyu Weiyue Weize Weizhi Weizhong Weizhu Wen Wenbin
    Wenbing Wenbo Wenchao Wenda Wendi Wendy Wenfei Wengang Wenge Wenguan Wenhan Wenhao Wenhu
    Wenhui Wenjia Wenjie Wenjing Wenju Wenjuan Wenjun Wenkai Wenli Wenliang Wenlin Wenlong
    Wenming Wenpeng Wenping Wenqi Wenqiang Wenqiao Wenqing Wenrui Wentao Wenting Wentong Wenwu
    Wenxiao Wenxin Wenxuan Wenyu Wenyuan Wenzhe Wenzheng Wenzhuo Werner Wesley Wieland Will
    Willem William Willie Wilmot Wing Winston Wojciech Wolfgang Won Wotao Wouter Wynne Xavier
    Xia Xian Xianchao Xianfeng Xiang Xiangdong Xianghua Xianghui Xiangliang Xianglong Xiangmin
    Xiangnan Xiangning Xiangrong Xiangru Xiangrui Xiangtao Xiangxiang Xiangyang Xiangyu Xianjun
    Xianming Xianpei Xianwei Xianyuan Xiao Xiaobao Xiaobin Xiaobing Xiaobo Xiaochen Xiaocheng
    Xiaochuan Xiaochun Xiaodan Xiaodong Xiaofan Xiaofang Xiaofei Xiaofeng Xiaogang Xiaoguang
    Xiaohan Xiaohang Xiaoheng Xiaohong Xiaohu Xiaohua Xiaohui Xiaojian Xiaojiang Xiaojie Xiaojin
    Xiaojuan Xiaojun Xiaokang Xiaokui Xiaolan Xiaoli Xiaoliang Xiaolin Xiaoling Xiaolong Xiaolu
    Xiaoman Xiaomeng Xiaomin Xiaoming Xiaonan Xiaoning Xiaoou Xiaopeng Xiaoping Xiaoqi Xiaoqian
    Xiaoqiang Xiaoqin Xiaoqing Xiaoran Xiaorui Xiaoshuai Xiaoteng Xiaotian Xiaoting Xiaotong
    Xiaowei Xiaowen Xiaoxi Xiaoxiao Xiaoxu Xiaoxuan Xiaoxue Xiaoya Xiaoyan Xiaoyang Xiaoye
    Xiaoyi Xiaoying Xiaoyong Xiaoyu Xiaoyuan Xiaoyun Xiaozhi Xiaozhong Xiatian Xiawu Xifeng
    Xihong Xilin Ximeng Ximing Xin Xinbing Xinbo Xinchao Xincheng Xindong Xinfeng Xing Xingang
    Xingchao Xingchen Xinge Xinggang Xingguo Xinghao Xinghua Xingjian Xingxing Xingyi Xingyu
    Xingyuan Xinhai Xinhang Xinhao Xinhua Xinhui Xinjiang Xinjie Xinlei Xinli Xinmeng Xinning
    Xinqi Xinru Xinrui Xinshuo Xintao Xinting Xintong Xinwang Xinwei Xinxin Xinxing Xinyan
    Xinyang Xinyi Xinyin Xinyu Xinyuan Xinyue Xinyun Xipeng Xiping Xiting Xiu Xiubo Xiujun
    Xiuqiang Xiuyi Xiuying Xiuyuan Xiwen Xixin Xiyang Xiyao Xiyu Xuan Xuancheng Xuanhui Xuanjing
    Xuankai Xuansong Xuanyu Xuchao Xudong Xue Xuechen Xuefei Xuefeng Xueguang Xuehai Xuejie
    Xueliang Xuelin Xuelong Xuemeng Xuemin Xueqi Xuesong Xueting Xuewei Xueyan Xueyang Xueying
    Xuezhe Xuezhi Xufeng Xugang Xuhai Xuhui Xuming Xun Xunying Xurong Xutai Xutao Xuyang Yabiao
    Yabo Yacine Yadong Yael Yafei Yafeng Yahong Yair Yajie Yajing Yajuan Yale Yali Yaliang
    Yaming Yan Yana Yanai Yanan Yanbing Yanbo Yanchao Yanchen Yancheng Yanchi Yandong Yanfang
    Yanfei Yanfeng Yanfu Yang Yanghua Yangming Yangqiu Yangyang Yanhao Yanhua Yanhui Yaniv
    Yanjie Yanjun Yankai Yanmin Yanming Yann Yannan Yannick Yanning Yannis Yanping Yanqi Yanqing
    Yansong Yantao Yanwei Yanxi Yanyan Yanyu Yanyun Yanzhang Yanzhi Yao Yaochen Yaodong Yaohui
    Yaoliang Yaowei Yapeng Yaqing Yarin Yaron Yaroslav Yasaman Yaser Yash Yasha Yashar Yasheng
    Yasin Yasser Yassine Yasuhiro Yasuko Yasunori Yasuo Yasushi Yasutaka Yasuyuki Yatao Yatin
    Yating Yawei Yawen Yaxin Yaxing Yazhou Yebin Yecheng Yee Yefeng Yehui Yejin Yelena Yelong
    Yevgeniy Yexin Yeye Yeyun Yezhou Yian Yiannis Yibin Yibing Yibo Yichao Yichen Yicheng Yichi
    Yichong Yichuan Yichun Yicong Yida Yidan Yiding Yidong Yifan Yifang Yifei Yifeng Yifu Yihan
    Yihang Yihao Yihe Yiheng Yihong Yihua Yihui Yijia Yijian Yijiang Yijie Yijun Yikai Yikang
    Yike Yikun Yiliang Yilin Yiling Yilong Yilun Yimeng Yimin Yiming Yinan Yinda Yinfei Ying
    Yingbin Yingbo Yingce Yingfei Yinghao Yinghui Yingjie Yinglong Yingming Yingwei Yingxue
    Yingyan Yingying Yingyu Yingzhen Yining Yinlam Yinpeng Yinqiang Yipeng Yiping Yiqi Yiqiao
    Yiqing Yiqun Yiran Yiren Yisen Yishay Yisong Yitao Yiting Yitong Yiwei Yiwen Yixiao Yixin
    Yixing Yixiong Yixuan Yiyang Yiyi Yiyuan Yizhe Yizhen Yizheng Yizhou Yoann Yoav Yoelle
    Yogesh Yohan Yohei Yoichi Yonatan Yonathan Yong Yongbin Yongbing Yongchao Yongdong Yongfei
    Yongfeng Yonggan Yonggang Yonghong Yonghui Yongjian Yongjie Yongjun Yongkang Yongliang
    Yongming Yongqi Yongqiang Yongqing Yongsheng Yongwei Yongxin Yongyi Yongzhi Yoni Yonina
    Yoonho Yoram Yorick Yoshifumi Yoshihide Yoshihiro Yoshimi Yoshinobu Yoshinori Yoshitaka
    Yoshiyuki Yoshua Yossi Yosuke Yotam Youliang Young Youngjae Youngmin Yousef Youssef Youzheng
    Youzhi Yuan Yuanbin Yuanbo Yuanchun Yuandong Yuanfang Yuang Yuanhao Yuanhe Yuanhong Yuanjun
    Yuankai Yuanming Yuanqing Yuantao Yuanxin Yuanyuan Yuanzhi Yubo Yuchao Yuchen Yucheng Yucong
    Yudong Yue Yuejie Yuekai Yuening Yueting Yuexian Yuexin Yufan Yufei Yufeng Yuguang Yuhan
    Yuhang Yuhao Yuheng Yuhong Yuhua Yuhui Yuichi Yuji Yujia Yujie Yujin Yujing Yujiu Yujun
    Yukang Yuke Yuki Yukihiro Yukiko Yukun Yulan Yulei Yulia Yuliang Yulin Yuling Yuliya Yulong
    Yulun Yuma Yumeng Yuming Yun Yunan Yunbo Yunchao Yunchen Yuncheng Yunfan Yunfei Yunfeng
    Yunhai Yunhang Yunhao Yunhe Yunhong Yunhui Yuning Yunjun Yunlong Yunpeng Yunsheng Yunsong
    Yunsu Yuntao Yuntian Yunwen Yunxia Yunyao Yunze Yunzhe Yupeng Yuqi Yuqian Yuqing Yuqiu Yuren
    Yuri Yuriy Yurong Yury Yusen Yusheng Yushi Yushun Yusong Yusu Yusuf Yusuke Yuta Yutaka Yutao
    Yutian Yuting Yutong Yuval Yuwei Yuwen Yuxi Yuxiang Yuxiao Yuxin Yuxing Yuxuan Yuya Yuyan
    Yuyang Yuying Yuyu Yuze Yuzhang Yuzhe Yuzhen Yuzhong Yuzhou Yves Yvette Yvonne Zach Zachary
    Zahra Zaid Zan Zbynek Zebang Zechao Zecheng Zechun Zeerak Zeeshan Zehan Zehao Zehua Zehuan
    Zeinab Zejun Zelin Zemin Zeming Zengfeng Zenglin Zeqi Zequn Zerong Zerui Zexin Zexu Zeyang
    Zeyi Zeynep Zeyu Zeyuan Zhan Zhanghui Zhangjie Zhanglin Zhangyang Zhankui Zhanpeng Zhanxing
    Zhanyu Zhanzhan Zhaocheng Zhaochun Zhaofei Zhaohui Zhaopeng Zhaoran Zhaowei Zhaowen
    Zhaoxiang Zhaoxin Zhaoyang Zhaoyi Zhaoyu Zhaozhi Zhaozhuo Zhe Zhefeng Zhehuai Zhen Zhenbo
    Zhendong Zhenfang Zhenfeng Zheng Zhengdong Zhenghao Zhenghua Zhengjie Zhengkun Zhengming
    Zhengping Zhengqi Zhenguo Zhengxin Zhengyang Zhengyi Zhengyu Zhengyuan Zhengzhe Zhenhua
    Zhenhui Zhenjie Zhenwen Zhenya Zhenyu Zhenzhen Zhewei Zhi Zhiao Zhibin Zhibo Zhichao
    Zhicheng Zhichun Zhicong Zhiding Zhidong Zhifang Zhifei Zhifeng Zhigang Zhiguang Zhiguo
    Zhihai Zhihan Zhihang Zhihao Zhiheng Zhihong Zhihua Zhihui Zhijian Zhijiang Zhijie Zhijing
    Zhijun Zhili Zhiliang Zhilin Zhimin Zhiming Zhipeng Zhiping Zhiqi Zhiqiang Zhiquan Zhirong
    Zhirui Zhisheng Zhisong Zhitang Zhitao Zhiting Zhiwei Zhiwen Zhiwu Zhixiang Zhixin Zhixuan
    Zhiyang Zhiyao Zhiyi Zhiying Zhiyong Zhiyu Zhiyuan Zhize Zhizheng Zhizhong Zhong Zhongang
    Zhongfei Zhonghao Zhongkai Zhongwen Zhongyi Zhongyu Zhongyuan Zhongzhi Zhouchen Zhoujun
    Zhouyuan Zhumin Zhun Zhuo Zhuofan Zhuohan Zhuolin Zhuoran Zhuoren Zhuowen Zhuoyi Ziang Zibin
    Zichao Zichen Zicheng Zichuan Zidong Zifan Zifeng Zihan Zihang Zihao Ziheng Zijia Zijian
    Zijie Zijun Zikai Zili Zilin Zilong Ziming Zipeng Ziqi Ziqiang Ziqiao Ziqing Zirui Zitao
    Ziteng Zitong Ziwei Zixian Zixiang Zixin Zixuan Ziyang Ziyao Ziyi Ziyu Ziyuan Ziyue Ziyun
    Zoe Zohar Zongben Zongming Zongsheng Zongwei Zongyao Zongzhang Zoran Zoubin Zsolt Zubair
    Zuchao Zulong Zunlei Zuxuan Zuzana Zvi
    """.split()
)
"""Names that are given names often enough."""
